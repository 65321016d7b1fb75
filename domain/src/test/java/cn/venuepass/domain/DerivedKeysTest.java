package cn.venuepass.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DerivedKeysTest {
  private static final byte[] TEXT = "sample".getBytes(US_ASCII);
  private static final byte[] JEFE = "Jefe".getBytes(US_ASCII);
  private static final String PURPOSE = "what do ya want for nothing?";
  private static final MacKeys KEYS =
      new MacKeys((byte) 2, Map.of((byte) 1, JEFE, (byte) 2, new byte[32]));

  /** The key is the MAC of test case 2 of RFC 4231. */
  @Test
  void aDerivedKeyShouldBeTheMacOverThePurpose() {
    byte[] derived =
        HexFormat.of().parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    var expected = new MacKeys((byte) 1, Map.of((byte) 1, derived));
    assertThat(mac(KEYS.derivedFor(PURPOSE), 1)).isEqualTo(mac(expected, 1));
  }

  @Test
  void theIdsAndThePrimaryShouldStayTheSame() {
    MacKeys derived = KEYS.derivedFor(PURPOSE);
    assertThat(derived.primary()).isEqualTo((byte) 2);
    assertThat(derived.ids()).isEqualTo(KEYS.ids());
    assertThat(derived.mac((byte) 3, TEXT, TEXT.length)).isEmpty();
  }

  @Test
  void derivedKeysShouldDifferByPurposeByKeyAndFromTheirOrigin() {
    Set<String> macs = new HashSet<>();
    for (MacKeys keys : new MacKeys[] {KEYS, KEYS.derivedFor("a"), KEYS.derivedFor("b")}) {
      macs.add(mac(keys, 1));
      macs.add(mac(keys, 2));
    }
    assertThat(macs).hasSize(6);
  }

  @Test
  void aDerivedKeyShouldBeTheSameEachTime() {
    assertThat(mac(KEYS.derivedFor(PURPOSE), 1)).isEqualTo(mac(KEYS.derivedFor(PURPOSE), 1));
  }

  @Test
  void thePrimaryIdShouldComeFirst() {
    byte[] other = new byte[32];
    Arrays.fill(other, (byte) 9);
    var keys = new MacKeys((byte) 9, Map.of((byte) 1, JEFE, (byte) 9, other, (byte) -1, TEXT));
    assertThat(keys.ids()).startsWith((byte) 9).containsOnlyOnce((byte) 9, (byte) 1, (byte) -1);
  }

  private static String mac(MacKeys keys, int id) {
    return HexFormat.of().formatHex(keys.mac((byte) id, TEXT, TEXT.length).orElseThrow());
  }
}
