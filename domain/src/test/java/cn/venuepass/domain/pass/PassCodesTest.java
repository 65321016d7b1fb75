package cn.venuepass.domain.pass;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.CodeText;
import cn.venuepass.domain.pass.PassCode.OnPaper;
import cn.venuepass.domain.pass.PassCode.OnScreen;
import cn.venuepass.domain.person.PersonId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassCodesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final PersonId PERSON =
      new PersonId(UUID.fromString("0195a3c4-7b1e-7c3d-9e2f-0a1b2c3d4e5f"));
  private static final PaperPassId PAPER =
      new PaperPassId(UUID.fromString("5f4e3d2c-1b0a-4f9e-8d3c-7e1bc4a39501"));
  private static final PassCodes CODES = new PassCodes(Rings.RING);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0195a3c4-7b1e-7c3d-9e2f-0a1b2c3d4e5f",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff"
      })
  void readShouldTellWhoseCodeItIs(String id) {
    var person = new PersonId(UUID.fromString(id));
    var paper = new PaperPassId(UUID.fromString(id));
    assertThat(CODES.read(CODES.issue(person, NOW).code()))
        .contains(new OnScreen(person, NOW.plusSeconds(300)));
    assertThat(CODES.read(CODES.codeOf(paper))).contains(new OnPaper(paper));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-03-02T01:00:00.999Z",
        "2038-01-19T03:14:07Z",
        "2106-02-07T06:28:15Z",
        "2107-01-01T00:00:00Z"
      })
  void theExpiryShouldBeFiveMinutesAheadInWholeSeconds(Instant now) {
    PassCodes.Issued issued = CODES.issue(PERSON, now);
    assertThat(issued.expiresAt())
        .isEqualTo(Instant.ofEpochSecond(now.getEpochSecond()).plusSeconds(300));
    assertThat(CODES.read(issued.code())).contains(new OnScreen(PERSON, issued.expiresAt()));
  }

  @Test
  void readShouldTellOfAnExpiredCodeToo() {
    Instant longAgo = NOW.minusSeconds(1_000_000);
    assertThat(CODES.read(CODES.issue(PERSON, longAgo).code()))
        .contains(new OnScreen(PERSON, longAgo.plusSeconds(300)));
  }

  @Test
  void codesShouldBeOfCharactersThatQrCodesStoreInHalfTheSpace() {
    assertThat(CODES.issue(PERSON, NOW).code()).matches("[0-9A-V]{80}");
    assertThat(CODES.codeOf(PAPER)).matches("[0-9A-V]{40}");
  }

  /** Of 49 random bytes two are hardly ever alike at more than a few places. */
  @Test
  void twoCodesOfOnePersonShouldHaveNothingInCommonButTheKeyId() {
    byte[] one = bytes(CODES.issue(PERSON, NOW).code());
    byte[] other = bytes(CODES.issue(PERSON, NOW).code());
    int alike = 0;
    for (int i = 1; i < one.length; i++) {
      alike += one[i] == other[i] ? 1 : 0;
    }
    assertThat(alike).isLessThan(10);
  }

  @Test
  void noCodeShouldComeTwice() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      codes.add(CODES.issue(PERSON, NOW).code());
    }
    assertThat(codes).hasSize(1_000);
  }

  @Test
  void aCodeOnAScreenShouldNotShowThePersonsIdOrItsExpiry() {
    PassCodes.Issued issued = CODES.issue(PERSON, NOW);
    String hex = HexFormat.of().formatHex(bytes(issued.code()));
    String person = PERSON.value().toString().replace("-", "");
    byte[] expiry =
        ByteBuffer.allocate(4).putInt((int) issued.expiresAt().getEpochSecond()).array();
    assertThat(hex)
        .doesNotContain(person.substring(0, 8))
        .doesNotContain(person.substring(24))
        .doesNotContain(HexFormat.of().formatHex(expiry));
  }

  @Test
  void aCodeOnPaperShouldBeTheSameEachTime() {
    assertThat(CODES.codeOf(PAPER)).isEqualTo(new PassCodes(Rings.RING).codeOf(PAPER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "\n", "\u3000"})
  void readShouldTakeLowerCaseAndSurroundingWhiteSpace(String space) {
    String screen = CODES.issue(PERSON, NOW).code().toLowerCase(Locale.ROOT);
    String paper = CODES.codeOf(PAPER).toLowerCase(Locale.ROOT);
    assertThat(CODES.read(space + screen + space))
        .contains(new OnScreen(PERSON, NOW.plusSeconds(300)));
    assertThat(CODES.read(space + paper + space)).contains(new OnPaper(PAPER));
  }

  @Test
  void readShouldTakeTheCodesOfAnOldKeyAfterRotation() {
    var rotated = new PassCodes(Rings.ROTATED);
    var screen = new OnScreen(PERSON, NOW.plusSeconds(300));
    assertThat(rotated.read(CODES.issue(PERSON, NOW).code())).contains(screen);
    assertThat(rotated.read(rotated.issue(PERSON, NOW).code())).contains(screen);
    assertThat(rotated.read(CODES.codeOf(PAPER))).contains(new OnPaper(PAPER));
    assertThat(rotated.read(rotated.codeOf(PAPER))).contains(new OnPaper(PAPER));
    assertThat(CODES.read(rotated.issue(PERSON, NOW).code())).isEmpty();
    assertThat(CODES.read(rotated.codeOf(PAPER))).isEmpty();
  }

  @Test
  void anIssuedCodeShouldNotPrint() {
    assertThat(CODES.issue(PERSON, NOW)).hasToString("Issued[***, 2026-03-02T01:05:00Z]");
  }

  private static byte[] bytes(String code) {
    return CodeText.read(code, SealedPasses.LENGTH).orElseThrow();
  }
}
