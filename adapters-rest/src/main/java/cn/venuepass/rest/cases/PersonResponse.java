package cn.venuepass.rest.cases;

import cn.venuepass.application.cases.ShownPerson;
import cn.venuepass.domain.person.PhoneNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody as the team of a case sees them. */
record PersonResponse(UUID personRef, String name, @Nullable String phone) {
  static PersonResponse of(ShownPerson person) {
    return new PersonResponse(
        person.id().value(), person.name(), person.phone().map(PhoneNumber::national).orElse(null));
  }

  @Override
  public String toString() {
    return "PersonResponse[***]";
  }
}
