package cn.venuepass.domain.visit;

import java.util.Optional;

/**
 * Why the scans of a visit may not have been made at the venue, as when a poster was photographed
 * and its picture passed around. It takes nobody's visit away and gives nobody a status; it only
 * says that the evidence is weak.
 *
 * @param entry why its entry is doubtful, if it is
 * @param exit the same of its exit
 */
public record Doubt(Optional<Kind> entry, Optional<Kind> exit) {
  public static final Doubt NONE = new Doubt(Optional.empty(), Optional.empty());

  /** What made scans doubtful, the gravest last. */
  public enum Kind {
    /** The poster was scanned far more often than ever. */
    BURST,
    /** The person scanned the posters of two far venues within minutes. */
    TWO_PLACES
  }

  public boolean isNone() {
    return equals(NONE);
  }
}
