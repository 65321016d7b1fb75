package cn.venuepass.bootstrap.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * A request byte by byte.
 *
 * @param operation what it was made from
 * @param faithful whether method and path are those of the operation
 * @param caller who sends it, without token
 * @param headers lines
 * @param body each character a byte
 * @param framing how the length of the body is told
 */
record FuzzRequest(
    FuzzedOperation operation,
    boolean faithful,
    String caller,
    String method,
    String target,
    List<String> headers,
    String body,
    Framing framing) {
  private static final int CHUNK = 1_000;
  private static final int MOST_HEADERS = 8_000;
  private static final int MOST_BODY = 256 * 1024;
  private static final int SHOWN = 200;

  enum Framing {
    LENGTH,
    CHUNKED,
    /** More is announced than comes, and the sender ends. */
    CUT_OFF,
    BAD_CHUNK
  }

  byte[] head() {
    var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: fuzz\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    switch (framing) {
      case LENGTH -> head.append("Content-Length: ").append(body.length());
      case CUT_OFF -> head.append("Content-Length: ").append(body.length() + 10);
      case CHUNKED, BAD_CHUNK -> head.append("Transfer-Encoding: chunked");
    }
    return head.append("\r\n\r\n").toString().getBytes(ISO_8859_1);
  }

  /** The body as it goes over the wire. */
  byte[] framedBody() {
    if (framing == Framing.BAD_CHUNK) {
      return "zz\r\n{}\r\n".getBytes(ISO_8859_1);
    } else if (framing != Framing.CHUNKED) {
      return body.getBytes(ISO_8859_1);
    }
    var chunks = new StringBuilder();
    for (int at = 0; at < body.length(); at += CHUNK) {
      int length = Math.min(CHUNK, body.length() - at);
      chunks.append(Integer.toHexString(length)).append("\r\n");
      chunks.append(body, at, at + length).append("\r\n");
    }
    return chunks.append("0\r\n\r\n").toString().getBytes(ISO_8859_1);
  }

  /** Whether the server may hang up on it instead of answering. */
  boolean mayBeCut() {
    return body.length() > MOST_BODY
        || head().length > MOST_HEADERS
        || framing == Framing.CUT_OFF
        || framing == Framing.BAD_CHUNK;
  }

  /** Its beginning, for whoever looks for the fault. */
  @Override
  public String toString() {
    String text =
        String.join(
            " | ",
            caller,
            operation.toString(),
            method + " " + start(target),
            start(String.join(", ", headers.stream().filter(h -> !h.startsWith("Auth")).toList())),
            framing.toString(),
            start(new String(body.getBytes(ISO_8859_1), UTF_8)));
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private static String start(String text) {
    return text.substring(0, Math.min(SHOWN, text.length()));
  }
}
