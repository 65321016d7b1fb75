package cn.venuepass.domain.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Bytes in which different things never look the same: each text goes after its length, an absent
 * one is no empty one.
 */
final class CanonicalText {
  private static final int ABSENT = -1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  CanonicalText add(String text) {
    return add(text.getBytes(UTF_8));
  }

  CanonicalText add(Optional<String> text) {
    return text.map(this::add).orElseGet(() -> length(ABSENT));
  }

  CanonicalText add(long number) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  CanonicalText add(byte[] text) {
    CanonicalText same = length(text.length);
    bytes.writeBytes(text);
    return same;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private CanonicalText length(int length) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    return this;
  }
}
