package cn.venuepass.rest.followup;

import cn.venuepass.application.followup.FollowContacts;
import cn.venuepass.application.followup.FollowContacts.Order;
import cn.venuepass.application.followup.FollowContacts.Selection;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.rest.json.Fields;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose hands contacts go into; nobody's without {@code to}, which the best ranked never do. */
record AssignmentRequest(
    @Nullable String to,
    @Nullable List<@Nullable String> personRefs,
    @Nullable Integer best,
    @Nullable String from) {

  Order order() {
    var fields = new Fields();
    var receiver = fields.optional("to", to, AssignmentRequest::member);
    boolean one = fields.exactlyOne(List.of("personRefs", "best", "from"), personRefs, best, from);
    var people = fields.optional("personRefs", personRefs, AssignmentRequest::people);
    var count = fields.optional("best", best, AssignmentRequest::count);
    var giver = fields.optional("from", from, AssignmentRequest::member);
    if (one && best != null && to == null) {
      var unused = fields.required("to", to, AssignmentRequest::member);
    }
    fields.verify();
    Optional<Selection> which =
        people
            .get()
            .<Selection>map(Selection.Of::new)
            .or(() -> count.get().map(Selection.Best::new))
            .or(() -> giver.get().map(Selection.From::new));
    return new Order(receiver.get(), which.orElseThrow());
  }

  private static StaffId member(String text) {
    return new StaffId(Fields.id(text));
  }

  private static List<PersonId> people(List<@Nullable String> texts) {
    if (texts.size() > FollowContacts.MOST_AT_ONCE) {
      throw new InvalidValue("personRefs", Rule.TOO_MANY);
    }
    return texts.stream().map(AssignmentRequest::person).toList();
  }

  private static PersonId person(@Nullable String text) {
    if (text == null) {
      throw new InvalidValue("personRefs", Rule.REQUIRED);
    }
    return new PersonId(Fields.id(text));
  }

  private static int count(int number) {
    if (number < 1 || number > FollowContacts.MOST_AT_ONCE) {
      throw new InvalidValue("best", Rule.OUT_OF_RANGE);
    }
    return number;
  }
}
