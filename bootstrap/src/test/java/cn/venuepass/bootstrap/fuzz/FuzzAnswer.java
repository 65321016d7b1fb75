package cn.venuepass.bootstrap.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer as it came over the wire; status 0 if it is none. */
record FuzzAnswer(int status, String head, String text) {
  private static final int MOST_HEAD = 64 * 1024;
  private static final Pattern STATUS = Pattern.compile("^HTTP/1.1 (\\d{3})");

  /** Reads one; nothing if the server hung up. */
  static Optional<FuzzAnswer> read(InputStream in, String method) throws IOException {
    String head = line(in, "\r\n\r\n");
    while (head.startsWith("HTTP/1.1 100")) {
      head = line(in, "\r\n\r\n");
    }
    if (head.isEmpty()) {
      return Optional.empty();
    }
    Matcher line = STATUS.matcher(head);
    int status = line.find() ? Integer.parseInt(line.group(1)) : 0;
    var bare = new FuzzAnswer(status, head, "");
    if (method.equals("HEAD") || status == 204 || status == 304) {
      return Optional.of(bare);
    }
    byte[] body;
    if (bare.header("transfer-encoding").equals("chunked")) {
      body = chunks(in);
    } else if (!bare.header("content-length").isEmpty()) {
      body = in.readNBytes(Integer.parseInt(bare.header("content-length")));
    } else {
      body = in.readAllBytes();
    }
    return Optional.of(new FuzzAnswer(status, head, new String(body, UTF_8)));
  }

  /** A header's value in lower case; empty without it. */
  String header(String name) {
    Matcher line = Pattern.compile("(?i)\r\n" + name + ": *([^\r]*)").matcher(head);
    return line.find() ? line.group(1).strip().toLowerCase(Locale.ROOT) : "";
  }

  String contentType() {
    return header("content-type").replaceFirst(";.*", "");
  }

  boolean leavesOpen() {
    boolean sized = !header("content-length").isEmpty() || !header("transfer-encoding").isEmpty();
    boolean bodiless = status == 204 || status == 304;
    return (sized || bodiless) && !header("connection").equals("close");
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(line(in, "\r\n").strip(), 16);
      body.write(in.readNBytes(length));
      String unusedEnd = line(in, "\r\n");
      if (length == 0) {
        return body.toByteArray();
      }
    }
  }

  private static String line(InputStream in, String end) throws IOException {
    var line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      line.write(next);
      if (next == '\n' && line.toString(ISO_8859_1).endsWith(end)) {
        return line.toString(ISO_8859_1);
      }
      if (line.size() > MOST_HEAD) {
        throw new EOFException("no end of the answer's head");
      }
    }
  }
}
