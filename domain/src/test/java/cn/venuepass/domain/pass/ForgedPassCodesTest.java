package cn.venuepass.domain.pass;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.CodeText;
import cn.venuepass.domain.SignedIds;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.PosterCodes;
import cn.venuepass.domain.venue.PosterId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgedPassCodesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final UUID ID = UUID.fromString("0195a3c4-7b1e-7c3d-9e2f-0a1b2c3d4e5f");
  private static final PersonId PERSON = new PersonId(ID);
  private static final PaperPassId PAPER = new PaperPassId(ID);
  private static final PassCodes CODES = new PassCodes(Rings.RING);
  private static final String SCREEN_CODE = CODES.issue(PERSON, NOW).code();
  private static final String PAPER_CODE = CODES.codeOf(PAPER);

  @Test
  void readShouldRefuseACodeWithAnyBitFlipped() {
    for (String code : new String[] {SCREEN_CODE, PAPER_CODE}) {
      byte[] bytes = CodeText.read(code, code.length() / 8 * 5).orElseThrow();
      for (int bit = 0; bit < bytes.length * 8; bit++) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        assertThat(CODES.read(CodeText.of(flipped))).as("%s, bit %d", code, bit).isEmpty();
      }
    }
  }

  @Test
  void readShouldRefuseACodeFlippedInItsKeyIdEvenIfThatKeyExists() {
    var rotated = new PassCodes(Rings.ROTATED);
    for (String code : new String[] {SCREEN_CODE, PAPER_CODE}) {
      byte[] bytes = CodeText.read(code, code.length() / 8 * 5).orElseThrow();
      bytes[0] = 2;
      assertThat(rotated.read(code)).as(code).isPresent();
      assertThat(rotated.read(CodeText.of(bytes))).as(code).isEmpty();
    }
  }

  @Test
  void readShouldRefuseATruncatedOrLengthenedCode() {
    for (String code : new String[] {SCREEN_CODE, PAPER_CODE}) {
      for (int length = 0; length < code.length(); length++) {
        assertThat(CODES.read(code.substring(0, length))).as(code).isEmpty();
        assertThat(CODES.read(code.substring(code.length() - length))).as(code).isEmpty();
      }
      assertThat(CODES.read(code + "0")).as(code).isEmpty();
      assertThat(CODES.read("0" + code)).as(code).isEmpty();
      assertThat(CODES.read("00000000" + code)).as(code).isEmpty();
    }
  }

  @Test
  void readShouldRefuseTheCodesOfAnotherInstallation() {
    var other = new PassCodes(Rings.OTHER_SECRET);
    assertThat(CODES.read(other.issue(PERSON, NOW).code())).isEmpty();
    assertThat(CODES.read(other.codeOf(PAPER))).isEmpty();
  }

  @Test
  void readShouldRefuseAnUnknownKeyIdEvenWithTheSameSecret() {
    var other = new PassCodes(Rings.OTHER_ID);
    assertThat(CODES.read(other.issue(PERSON, NOW).code())).isEmpty();
    assertThat(CODES.read(other.codeOf(PAPER))).isEmpty();
  }

  @Test
  void aPosterCodeShouldBeNoPassCode() {
    String poster = new PosterCodes(Rings.RING).codeOf(new PosterId(ID));
    assertThat(CODES.read(poster)).isEmpty();
  }

  @Test
  void aPassCodeShouldBeNoPosterCode() {
    var posters = new PosterCodes(Rings.RING);
    assertThat(posters.check(SCREEN_CODE)).isEmpty();
    assertThat(posters.check(PAPER_CODE)).isEmpty();
  }

  @Test
  void theKeyOfCodesOnScreensShouldNotSignPaper() {
    var signed = new SignedIds(() -> Rings.RING.derivedFor("pass-code"));
    assertThat(CODES.read(signed.codeOf(ID))).isEmpty();
  }

  @Test
  void aPassSealedWithTheRingItselfShouldBeRefused() {
    var pass = new PassCode.OnScreen(PERSON, NOW);
    assertThat(CODES.read(CodeText.of(new SealedPasses(() -> Rings.RING).seal(pass)))).isEmpty();
    assertThat(
            CODES.read(
                CodeText.of(new SealedPasses(() -> Rings.RING.derivedFor("pass-code")).seal(pass))))
        .contains(new PassCode.OnScreen(PERSON, NOW));
  }

  @Test
  void theKeyIdShouldBeSealedTooEvenIfTwoIdsHaveOneSecret() {
    var codes = new PassCodes(Rings.ONE_SECRET_TWICE);
    byte[] bytes =
        CodeText.read(codes.issue(PERSON, NOW).code(), SealedPasses.LENGTH).orElseThrow();
    bytes[0] = 2;
    assertThat(codes.read(CodeText.of(bytes))).isEmpty();
  }

  @Test
  void readShouldRefuseOverLongInput() {
    String longest = " ".repeat(512 - SCREEN_CODE.length()) + SCREEN_CODE;
    assertThat(CODES.read(longest)).isPresent();
    assertThat(CODES.read(" " + longest)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0000000000000000000000000000000000000000",
        "VVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVV",
        "00000000000000000000000000000000000000000000000000000000000000000000000000000000",
        "04000000000000000000000000000000000000000000000000000000000000000000000000000000",
        "VVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVV",
        "-0000000000000000000000000000000000000000000000000000000000000000000000000000000",
        "通行码\u0000\u202E"
      })
  void readShouldRefuseGarbage(String text) {
    assertThat(CODES.read(text)).isEmpty();
  }
}
