package cn.venuepass.domain;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bytes as codes carry them: in base 32 with the digits 0–9 and A–V, all from the alphanumeric
 * alphabet of QR codes. Lower case and surrounding white space are taken too.
 */
public final class CodeText {
  private static final int RADIX = 32;
  private static final Pattern FORM = Pattern.compile("[0-9A-Va-v]+");

  private CodeText() {}

  /**
   * The text of bytes whose number is a multiple of five.
   *
   * @throws IllegalArgumentException for any other number
   */
  public static String of(byte[] bytes) {
    String digits = new BigInteger(1, bytes).toString(RADIX).toUpperCase(Locale.ROOT);
    return "0".repeat(length(bytes.length) - digits.length()) + digits;
  }

  /** The bytes that a text stands for; nothing if it is no text of so many bytes. */
  public static Optional<byte[]> read(String text, int bytes) {
    String code = text.strip();
    if (code.length() != length(bytes) || !FORM.matcher(code).matches()) {
      return Optional.empty();
    }
    byte[] digits = new BigInteger(code, RADIX).toByteArray();
    byte[] read = new byte[bytes];
    int length = Math.min(digits.length, bytes);
    System.arraycopy(digits, digits.length - length, read, bytes - length, length);
    return Optional.of(read);
  }

  private static int length(int bytes) {
    if (bytes <= 0 || bytes % 5 != 0) {
      throw new IllegalArgumentException("five bytes make eight characters");
    }
    return bytes / 5 * 8;
  }
}
