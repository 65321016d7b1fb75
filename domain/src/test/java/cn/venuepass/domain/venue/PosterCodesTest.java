package cn.venuepass.domain.venue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.MacKeys;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosterCodesTest {
  private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
  private static final byte[] SECRET = secret(1);
  private static final PosterCodes CODES =
      new PosterCodes(new MacKeys((byte) 1, Map.of((byte) 1, SECRET)));
  private static final PosterId POSTER =
      new PosterId(UUID.fromString("0195a3c4-7b1e-7c3d-9e2f-0a1b2c3d4e5f"));
  private static final String CODE = CODES.codeOf(POSTER);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0195a3c4-7b1e-7c3d-9e2f-0a1b2c3d4e5f",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff"
      })
  void checkShouldFindThePosterThatTheCodeIsOf(String id) {
    var poster = new PosterId(UUID.fromString(id));
    assertThat(CODES.check(CODES.codeOf(poster))).contains(poster);
  }

  @ParameterizedTest
  @ValueSource(bytes = {0, 1, 127, -128, -1})
  void checkShouldFindThePosterWithAnyKeyId(byte keyId) {
    var codes = new PosterCodes(new MacKeys(keyId, Map.of(keyId, SECRET)));
    assertThat(codes.codeOf(POSTER)).matches("[0-9A-V]{40}");
    assertThat(codes.check(codes.codeOf(POSTER))).contains(POSTER);
  }

  @Test
  void aCodeShouldBe40CharactersThatQrCodesStoreInHalfTheSpace() {
    assertThat(CODE).matches("[0-9A-V]{40}");
  }

  @Test
  void aCodeShouldStayTheSame() {
    assertThat(CODES.codeOf(POSTER)).isEqualTo(CODE);
    assertThat(CODES.codeOf(new PosterId(new UUID(0, 1)))).isNotEqualTo(CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://venuepass.example/s/",
        "HTTPS://VENUEPASS.EXAMPLE:8443/S/",
        "http://localhost/s/",
        "/",
        " "
      })
  void checkShouldTakeAUrlThatEndsWithTheCode(String before) {
    assertThat(CODES.check(before + CODE)).contains(POSTER);
    assertThat(CODES.check(before + CODE + "\n")).contains(POSTER);
  }

  @Test
  void checkShouldTakeLowerCase() {
    assertThat(CODES.check(CODE.toLowerCase(Locale.ROOT))).contains(POSTER);
  }

  @Test
  void checkShouldRefuseEveryChangeOfOneCharacter() {
    for (int i = 0; i < CODE.length(); i++) {
      for (char other : DIGITS.replace(CODE.substring(i, i + 1), "").toCharArray()) {
        String changed = CODE.substring(0, i) + other + CODE.substring(i + 1);
        assertThat(CODES.check(changed)).as(changed).isEmpty();
      }
    }
  }

  @Test
  void checkShouldRefuseLettersThatOnlyBecomeItsOwnInUpperCase() {
    String code =
        LongStream.range(0, 1_000)
            .mapToObj(i -> CODES.codeOf(new PosterId(new UUID(7, i))))
            .filter(candidate -> candidate.contains("I"))
            .findFirst()
            .orElseThrow();
    assertThat(CODES.check(code.replace('I', 'ı'))).isEmpty();
  }

  @Test
  void checkShouldRefuseATruncatedOrLengthenedCode() {
    assertThat(CODES.check(CODE.substring(1))).isEmpty();
    assertThat(CODES.check(CODE.substring(0, 39))).isEmpty();
    assertThat(CODES.check("0" + CODE)).isEmpty();
    assertThat(CODES.check(CODE + "0")).isEmpty();
    assertThat(CODES.check(CODE + "/")).isEmpty();
  }

  @Test
  void checkShouldRefuseTheCodeOfAnotherServer() {
    var other = new PosterCodes(new MacKeys((byte) 1, Map.of((byte) 1, secret(2))));
    assertThat(CODES.check(other.codeOf(POSTER))).isEmpty();
  }

  @Test
  void checkShouldRefuseAnUnknownKeyIdEvenWithTheSameSecret() {
    var other = new PosterCodes(new MacKeys((byte) 2, Map.of((byte) 2, SECRET)));
    assertThat(CODES.check(other.codeOf(POSTER))).isEmpty();
  }

  @Test
  void checkShouldTakeTheCodesOfAnOldKeyAfterRotation() {
    var rotated =
        new PosterCodes(new MacKeys((byte) 2, Map.of((byte) 1, SECRET, (byte) 2, secret(2))));
    assertThat(rotated.codeOf(POSTER)).isNotEqualTo(CODE);
    assertThat(rotated.check(CODE)).contains(POSTER);
    assertThat(rotated.check(rotated.codeOf(POSTER))).contains(POSTER);
    assertThat(CODES.check(rotated.codeOf(POSTER))).isEmpty();
  }

  @Test
  void checkShouldRefuseOverLongInput() {
    String longest = "x".repeat(512 - 41) + "/" + CODE;
    assertThat(CODES.check(longest)).contains(POSTER);
    assertThat(CODES.check("x" + longest)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "https://venuepass.example/s/",
        "-000000000000000000000000000000000000000",
        "+000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000",
        "VVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVV",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠",
        "场所码\u0000\u202E"
      })
  void checkShouldRefuseGarbage(String text) {
    assertThat(CODES.check(text)).isEmpty();
  }

  private static byte[] secret(int value) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) value);
    return secret;
  }
}
