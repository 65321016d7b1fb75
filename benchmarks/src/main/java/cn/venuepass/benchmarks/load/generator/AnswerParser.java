package cn.venuepass.benchmarks.load.generator;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Reads as much of an HTTP/1.1 answer as a load needs: the status, where it ends, whether it says
 * when to come again, and the outcome of the scan.
 */
final class AnswerParser {
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(US_ASCII);
  private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(US_ASCII);
  private static final byte[] RETRY_AFTER = "\r\nretry-after:".getBytes(US_ASCII);
  private static final byte[] OUTCOME = "\"outcome\":\"".getBytes(US_ASCII);
  private static final int STATUS_AT = "HTTP/1.1 ".length();

  private int status;
  private int bodyAt;
  private int end;
  private boolean retryAfter;

  /**
   * Looks at what arrived so far.
   *
   * @return whether the answer is complete
   * @throws IllegalArgumentException when its length is not told
   */
  boolean read(byte[] bytes, int length) {
    if (bodyAt == 0) {
      int head = find(END_OF_HEAD, bytes, 0, length);
      if (head < 0) {
        return false;
      }
      readHead(bytes, head);
    }
    return length >= end;
  }

  private void readHead(byte[] bytes, int head) {
    status = number(bytes, STATUS_AT, head);
    int lengthAt = find(LENGTH, bytes, 0, head);
    if (lengthAt < 0) {
      throw new IllegalArgumentException("an answer without Content-Length");
    }
    bodyAt = head + END_OF_HEAD.length;
    end = bodyAt + number(bytes, lengthAt + LENGTH.length, head);
    retryAfter = find(RETRY_AFTER, bytes, 0, head) >= 0;
  }

  int status() {
    return status;
  }

  boolean hasRetryAfter() {
    return retryAfter;
  }

  /** How many bytes the answer has. */
  int length() {
    return end;
  }

  Said outcome(byte[] bytes) {
    int at = find(OUTCOME, bytes, bodyAt, end);
    return at < 0 ? Said.SOMETHING_ELSE : Said.at(bytes, at + OUTCOME.length, end);
  }

  /** Forgets the answer, for the next one. */
  void reset() {
    bodyAt = 0;
    end = 0;
    status = 0;
    retryAfter = false;
  }

  /** Where lower-case letters stand in the text, in whichever case. */
  private static int find(byte[] lower, byte[] bytes, int from, int to) {
    for (int at = from; at <= to - lower.length; at++) {
      int i = 0;
      while (i < lower.length && isSame(bytes[at + i], lower[i])) {
        i++;
      }
      if (i == lower.length) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isSame(byte actual, byte lower) {
    return actual == lower || (actual >= 'A' && actual <= 'Z' && actual + 32 == lower);
  }

  private static int number(byte[] bytes, int from, int to) {
    int value = 0;
    int at = from;
    while (at < to && bytes[at] == ' ') {
      at++;
    }
    for (; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      value = value * 10 + bytes[at] - '0';
    }
    return value;
  }
}
