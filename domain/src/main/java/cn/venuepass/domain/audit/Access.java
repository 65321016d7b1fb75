package cn.venuepass.domain.audit;

import cn.venuepass.domain.person.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * A look at people's data as they may know of it: who it was by what they are, never by name.
 *
 * @param event the event, with no other subjects than those who ask
 * @param venueName the venue that it happened for, removed or not
 * @param divisionName the division of the member of staff who looked
 */
public record Access(AuditEvent event, Optional<String> venueName, Optional<String> divisionName) {

  /** Whose data it was. */
  public List<PersonId> people() {
    return event.deed().subjects();
  }
}
