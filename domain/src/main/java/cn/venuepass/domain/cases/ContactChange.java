package cn.venuepass.domain.cases;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.ContactGrade;
import java.util.Optional;

/** What became of one contact from one revision to the next. */
public record ContactChange(PersonId person, Optional<Standing> before, Optional<Standing> after) {
  public ContactChange {
    if (before.equals(after)) {
      throw new IllegalArgumentException("nothing changed");
    }
  }

  /** How a contact stands in a list. */
  public record Standing(int ring, ContactGrade grade) {}

  /** The kinds of changes. */
  public enum Kind {
    ADDED,
    REMOVED,
    /** Another grade or ring. */
    REGRADED
  }

  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    return after.isEmpty() ? Kind.REMOVED : Kind.REGRADED;
  }
}
