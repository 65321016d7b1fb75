package cn.venuepass.domain.tracing;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.PlainText;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody told a tracer of a stay ("I left at nine"). It is evidence beside the scans, never
 * over them: it moves the best guess where nothing was observed, within what the scans allow, and
 * makes nothing certain.
 *
 * @param visit the visit that it is about; without one it tells of a stay that nobody scanned, and
 *     then has both times
 * @param note what else was said, at most 500 characters
 */
public record Statement(
    StatementId id,
    PersonId person,
    VenueId venue,
    Optional<VisitId> visit,
    Optional<Instant> entered,
    Optional<Instant> left,
    Optional<String> note,
    StaffId by,
    Instant at) {
  private static final int LONGEST_NOTE = 500;

  /**
   * @throws InvalidValue when it tells no time, or only one of a stay without a visit, or an exit
   *     that is not after the entry
   */
  public Statement {
    requireNonNull(person, "person");
    requireNonNull(venue, "venue");
    if (entered.isEmpty() && (left.isEmpty() || visit.isEmpty())) {
      throw new InvalidValue("enteredAt", Rule.REQUIRED);
    }
    if (left.isEmpty() && visit.isEmpty()) {
      throw new InvalidValue("leftAt", Rule.REQUIRED);
    }
    if (entered.isPresent() && left.isPresent() && !entered.get().isBefore(left.get())) {
      throw new InvalidValue("leftAt", Rule.OUT_OF_RANGE);
    }
    note = note.map(text -> PlainText.checked("note", text, LONGEST_NOTE));
  }

  @Override
  public String toString() {
    return "Statement[" + id.value() + ", ***]";
  }
}
