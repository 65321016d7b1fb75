package cn.venuepass.rest.gate;

import cn.venuepass.domain.gate.NoPhoneParity;
import cn.venuepass.domain.gate.Registrations;
import cn.venuepass.rest.json.TimeWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A venue's figures beside those of its community. */
record NoPhoneParityResponse(
    Instant from,
    Instant to,
    RegistrationsResponse venue,
    RegistrationsResponse community,
    long turnedAway,
    int daysOpen,
    int daysWithoutNoPhone) {

  static NoPhoneParityResponse of(NoPhoneParity parity, TimeWindow window) {
    return new NoPhoneParityResponse(
        window.from(),
        window.to(),
        RegistrationsResponse.of(parity.venue()),
        RegistrationsResponse.of(parity.community()),
        parity.turnedAway(),
        parity.daysOpen(),
        parity.daysWithoutNoPhone());
  }

  /** How entries came to be known; without any there are no shares. */
  record RegistrationsResponse(
      long registrations,
      long byManager,
      @Nullable Double byManagerShare,
      long noPhone,
      @Nullable Double noPhoneShare) {
    static RegistrationsResponse of(Registrations entries) {
      return new RegistrationsResponse(
          entries.all(),
          entries.byManager(),
          entries.byManagerShare().orElse(null),
          entries.noPhone(),
          entries.noPhoneShare().orElse(null));
    }
  }
}
