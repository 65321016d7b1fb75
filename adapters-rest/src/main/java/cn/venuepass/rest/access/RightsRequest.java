package cn.venuepass.rest.access;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Fields.Field;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a staff account may do, and where: a division or venue types. */
record RightsRequest(
    @Nullable List<@Nullable String> roles,
    @Nullable String divisionCode,
    @Nullable List<@Nullable String> venueTypes) {

  /** The rights, checked together with what else those fields hold. */
  Read read(Fields fields) {
    var read =
        new Read(
            fields.required("roles", roles, each(Fields.oneOf(Role.class))),
            fields.exactlyOne(List.of("divisionCode", "venueTypes"), divisionCode, venueTypes)
                ? jurisdiction(fields)
                : new Field<>(null));
    fields.verify();
    return read;
  }

  private Field<Jurisdiction> jurisdiction(Fields fields) {
    return divisionCode != null
        ? fields.required(
            "divisionCode", divisionCode, code -> Jurisdiction.of(new DivisionCode(code)))
        : fields.required(
            "venueTypes",
            venueTypes,
            codes -> new Jurisdiction.OfVenueTypes(each(VenueTypeCode::new).apply(codes)));
  }

  private static <T> Function<List<@Nullable String>, Set<T>> each(Function<String, T> reader) {
    return texts ->
        texts.stream()
            .map(
                text -> {
                  if (text == null) {
                    throw new InvalidValue("list", Rule.REQUIRED);
                  }
                  return reader.apply(text);
                })
            .collect(Collectors.toUnmodifiableSet());
  }

  record Read(Field<Set<Role>> roles, Field<Jurisdiction> jurisdiction) {}
}
