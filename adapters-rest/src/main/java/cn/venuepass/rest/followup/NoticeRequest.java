package cn.venuepass.rest.followup;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.rest.json.Fields;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which contacts are told. */
record NoticeRequest(
    @Nullable List<@Nullable String> grades, @Nullable List<@Nullable Integer> rings) {
  private static final Set<Integer> RINGS = Set.of(1, 2);

  Whom whom() {
    var fields = new Fields();
    var sure = fields.required("grades", grades, NoticeRequest::grades);
    var near = fields.required("rings", rings, NoticeRequest::rings);
    fields.verify();
    return new Whom(sure.get(), near.get());
  }

  /** Contacts of these grades in these rings. */
  record Whom(Set<ContactGrade> grades, Set<Integer> rings) {}

  private static Set<ContactGrade> grades(List<@Nullable String> names) {
    return some(
        names.stream()
            .map(name -> Fields.oneOf(ContactGrade.class).apply(name == null ? "" : name))
            .collect(Collectors.toSet()));
  }

  private static Set<Integer> rings(List<@Nullable Integer> numbers) {
    if (numbers.stream().anyMatch(number -> number == null || !RINGS.contains(number))) {
      throw new InvalidValue("rings", Rule.UNKNOWN);
    }
    return some(Set.copyOf(numbers));
  }

  private static <T> Set<T> some(Set<T> all) {
    if (all.isEmpty()) {
      throw new InvalidValue("some", Rule.REQUIRED);
    }
    return all;
  }
}
