package cn.venuepass.domain.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.visit.ScanMethod;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrationsTest {

  @Test
  void entriesShouldBeCountedByMethod() {
    Map<ScanMethod, Long> entries = new EnumMap<>(ScanMethod.class);
    entries.put(ScanMethod.POSTER, 1L);
    entries.put(ScanMethod.ID_NUMBER, 20L);
    entries.put(ScanMethod.PASS_CODE, 300L);
    entries.put(ScanMethod.PAPER_PASS, 4_000L);
    entries.put(ScanMethod.COMPANION, 50_000L);
    assertThat(Registrations.of(entries)).isEqualTo(new Registrations(54_321, 4_320, 4_020));
  }

  @Test
  void methodsWithoutEntriesShouldCountAsNone() {
    assertThat(Registrations.of(Map.of())).isEqualTo(new Registrations(0, 0, 0));
    assertThat(Registrations.of(Map.of(ScanMethod.PASS_CODE, 7L)))
        .isEqualTo(new Registrations(7, 7, 0));
  }

  @Test
  void sharesShouldBeOfAllEntries() {
    var registrations = new Registrations(8, 4, 1);
    assertThat(registrations.noPhoneShare()).contains(0.125);
    assertThat(registrations.byManagerShare()).contains(0.5);
  }

  @Test
  void sharesShouldReachFromNoneToAll() {
    assertThat(new Registrations(3, 0, 0).noPhoneShare()).contains(0.0);
    assertThat(new Registrations(3, 0, 0).byManagerShare()).contains(0.0);
    assertThat(new Registrations(3, 3, 3).noPhoneShare()).contains(1.0);
    assertThat(new Registrations(3, 3, 3).byManagerShare()).contains(1.0);
  }

  @Test
  void thereShouldBeNoShareOfNothing() {
    assertThat(new Registrations(0, 0, 0).noPhoneShare()).isEmpty();
    assertThat(new Registrations(0, 0, 0).byManagerShare()).isEmpty();
  }

  @Test
  void parityShouldCompareAVenueWithItsCommunity() {
    var parity =
        new NoPhoneParity(new Registrations(10, 5, 1), new Registrations(100, 50, 20), 3, 7, 2);
    assertThat(parity.venue().noPhoneShare().orElseThrow())
        .isLessThan(parity.community().noPhoneShare().orElseThrow());
  }
}
