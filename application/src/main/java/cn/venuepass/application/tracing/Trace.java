package cn.venuepass.application.tracing;

import cn.venuepass.domain.tracing.Contact;
import java.util.List;

/**
 * What a trace found.
 *
 * @param contacts those of the first ring, then those of the second, each ring ranked: the highest
 *     risk first, of equal ones the person's id decides (as text)
 * @param left how many contacts of each ring were left out, being more than a ring holds
 * @param sourcesLeft how many contacts of the first ring were not followed to the second
 */
public record Trace(List<Contact> contacts, Left left, int sourcesLeft) {

  /** How many contacts were left out. */
  public record Left(int firstRing, int secondRing) {}

  public Trace {
    contacts = List.copyOf(contacts);
  }
}
