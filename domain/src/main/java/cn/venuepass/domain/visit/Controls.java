package cn.venuepass.domain.visit;

import cn.venuepass.domain.control.ControlTerm;
import java.util.List;
import java.util.Optional;

/**
 * The control orders that concern a scan.
 *
 * @param onVenue those on the venue and its parent
 * @param onParty those on anybody who passes by the scan: one of them keeps all of them out, and
 *     nobody learns which
 */
public record Controls(List<ControlTerm> onVenue, List<ControlTerm> onParty) {
  public static final Controls NONE = new Controls(List.of(), List.of());

  public Controls {
    onVenue = List.copyOf(onVenue);
    onParty = List.copyOf(onParty);
  }

  Optional<RefusalReason> closing(ScanTime time) {
    return onVenue.stream().anyMatch(time::isUnder)
        ? Optional.of(RefusalReason.VENUE_CLOSED)
        : Optional.empty();
  }

  Optional<RefusalReason> keepingOut(ScanTime time) {
    return onParty.stream().anyMatch(time::isUnder)
        ? Optional.of(RefusalReason.ADMISSION_CONTROLLED)
        : Optional.empty();
  }
}
