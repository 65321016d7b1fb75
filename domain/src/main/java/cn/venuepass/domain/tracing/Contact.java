package cn.venuepass.domain.tracing;

import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * A person whose stay overlaps a case's stay (接触者).
 *
 * @param ring 1 for those who met the index person, 2 for those who met one of them afterwards
 * @param grade the surest of the overlaps
 * @param overlaps in order of their beginning
 * @param totalMinutes for how long they were together, moments of several overlaps counted once
 * @param staff whether all overlaps were at places where the contact works
 * @param risk by which contacts of a ring are ranked, the highest first
 */
public record Contact(
    PersonId person,
    int ring,
    ContactGrade grade,
    List<Overlap> overlaps,
    int totalMinutes,
    boolean staff,
    int risk) {
  public Contact {
    overlaps = List.copyOf(overlaps);
    if (overlaps.isEmpty()) {
      throw new IllegalArgumentException("a contact has an overlap");
    }
  }

  /** When the first overlap begins: after it the contact may have passed the infection on. */
  public Instant exposedAt() {
    return overlaps.get(0).from();
  }
}
