package cn.venuepass.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MacKeysTest {
  private static final byte[] TEXT = "what do ya want for nothing?".getBytes(US_ASCII);
  private static final MacKeys KEYS =
      new MacKeys((byte) 1, Map.of((byte) 1, "Jefe".getBytes(US_ASCII), (byte) 2, new byte[32]));

  /** Test case 2 of RFC 4231. */
  @Test
  void macShouldBeHmacSha256() {
    assertThat(KEYS.mac((byte) 1, TEXT, TEXT.length))
        .hasValueSatisfying(
            mac ->
                assertThat(HexFormat.of().formatHex(mac))
                    .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
  }

  @Test
  void macShouldCoverTheFirstBytesOnly() {
    byte[] longer = "what do ya want for nothing? Nothing.".getBytes(US_ASCII);
    assertThat(KEYS.mac((byte) 1, longer, TEXT.length).orElseThrow())
        .isEqualTo(KEYS.mac((byte) 1, TEXT, TEXT.length).orElseThrow())
        .isNotEqualTo(KEYS.mac((byte) 1, longer, longer.length).orElseThrow());
  }

  @Test
  void macShouldBeAbsentWithoutThatKey() {
    assertThat(KEYS.mac((byte) 3, TEXT, TEXT.length)).isEmpty();
  }

  @Test
  void keysShouldIncludeThePrimaryOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MacKeys((byte) 1, Map.of((byte) 2, new byte[32])));
  }

  @Test
  void keysShouldPrintTheirIdsOnly() {
    byte[] secret = "a-sample-secret".getBytes(US_ASCII);
    assertThat(new MacKeys((byte) 7, Map.of((byte) 7, secret))).hasToString("MacKeys[7]");
  }
}
