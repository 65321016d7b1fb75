package cn.venuepass.persistence.visit;

import java.util.Comparator;
import java.util.UUID;

/** A person at a venue: the key of presence, and the order in which batches take its rows. */
record PersonAtVenue(UUID venue, UUID person) implements Comparable<PersonAtVenue> {
  private static final Comparator<PersonAtVenue> ORDER =
      Comparator.comparing(PersonAtVenue::venue).thenComparing(PersonAtVenue::person);

  @Override
  public int compareTo(PersonAtVenue other) {
    return ORDER.compare(this, other);
  }
}
