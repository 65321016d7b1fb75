package cn.venuepass.rest.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.access.Username;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpCodesTest {
  /** The secret of RFC 6238, appendix B, of whose eight digits an app of six shows the last. */
  private static final String SECRET =
      new Base32().encodeToString("12345678901234567890".getBytes(US_ASCII));

  private final TotpCodes codes = new TotpCodes();

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void stepShouldKnowTheCodesOfTheStandard(long second, String code) {
    assertThat(codes.step(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
  }

  @ParameterizedTest
  @CsvSource({
    "-31, false",
    "-30, true",
    "0, true",
    "29, true",
    "30, true",
    "59, true",
    "60, false"
  })
  void aCodeShouldBeTakenOneStepEarlyOrLate(int secondsLate, boolean taken) {
    Instant now = Instant.ofEpochSecond(1_234_567_890L + secondsLate);
    assertThat(codes.step(SECRET, "005924", now).isPresent()).isEqualTo(taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5924", "0059240", "00592a", "００５９２４", " 005924"})
  void whatIsNoCodeShouldBeNone(String code) {
    assertThat(codes.step(SECRET, code, Instant.ofEpochSecond(1_234_567_890L))).isEmpty();
  }

  @Test
  void secretsShouldBeLongAndDifferent() {
    var secrets =
        IntStream.range(0, 100).mapToObj(i -> codes.newSecret()).collect(Collectors.toSet());
    assertThat(secrets).hasSize(100).allMatch(secret -> secret.matches("[A-Z2-7]{32}"));
  }

  @Test
  void theEnrolmentShouldSayWhoseItIsAndHowTheCodesAreMade() {
    var uri = codes.enrolment(new Username("reviewer.1"), SECRET);
    assertThat(uri).hasScheme("otpauth").hasHost("totp").hasPath("/VenuePass:reviewer.1");
    assertThat(uri.getQuery().split("&"))
        .contains("secret=" + SECRET, "issuer=VenuePass", "digits=6", "period=30");
  }
}
