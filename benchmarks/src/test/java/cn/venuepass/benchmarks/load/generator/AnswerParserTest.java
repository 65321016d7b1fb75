package cn.venuepass.benchmarks.load.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AnswerParserTest {
  private static final byte[] STORED =
      answer(
          "200 OK", "", "{\"scanId\":\"a\",\"outcome\":\"LEFT_WITHOUT_ENTRY\",\"message\":\"好\"}");

  private final AnswerParser parser = new AnswerParser();

  @Test
  void readShouldWaitForTheLastByte() {
    for (int length = 0; length < STORED.length; length++) {
      assertThat(parser.read(STORED, length)).isFalse();
    }
    assertThat(parser.read(STORED, STORED.length)).isTrue();
    assertThat(parser.length()).isEqualTo(STORED.length);
    assertThat(parser.status()).isEqualTo(200);
    assertThat(parser.outcome(STORED)).isEqualTo(Said.LEFT_WITHOUT_ENTRY);
    assertThat(parser.hasRetryAfter()).isFalse();
  }

  @Test
  void readShouldTellOutcomesWithTheSameBeginningApart() {
    byte[] left = answer("200 OK", "", "{\"outcome\":\"LEFT\"}");
    assertThat(parser.read(left, left.length)).isTrue();
    assertThat(parser.outcome(left)).isEqualTo(Said.LEFT);
  }

  @Test
  void readShouldTakeAnAnswerWithoutReasonAndSeeWhenToComeAgain() {
    byte[] refused = answer("503 ", "RETRY-AFTER: 1\r\n", "{}");
    assertThat(parser.read(refused, refused.length)).isTrue();
    assertThat(parser.status()).isEqualTo(503);
    assertThat(parser.hasRetryAfter()).isTrue();
    assertThat(parser.outcome(refused)).isEqualTo(Said.SOMETHING_ELSE);
  }

  @Test
  void resetShouldForgetTheAnswer() {
    byte[] refused = answer("503 ", "Retry-After: 1\r\n", "{}");
    assertThat(parser.read(refused, refused.length)).isTrue();
    parser.reset();
    assertThat(parser.read(STORED, STORED.length)).isTrue();
    assertThat(parser.status()).isEqualTo(200);
    assertThat(parser.hasRetryAfter()).isFalse();
  }

  @Test
  void readShouldNotGuessALength() {
    byte[] endless = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(UTF_8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parser.read(endless, endless.length))
        .withMessageContaining("Content-Length");
  }

  private static byte[] answer(String status, String headers, String body) {
    return "HTTP/1.1 %s\r\nX-Any: 1\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(status, headers, body.getBytes(UTF_8).length, body)
        .getBytes(UTF_8);
  }
}
