package cn.venuepass.domain.venue;

import cn.venuepass.domain.MacKeys;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The codes that posters carry: self-checking, so that a forged one is known without asking a
 * store. 25 bytes, namely key id (1), poster id (16) and truncated HMAC-SHA256 (8), in base 32 with
 * the digits 0–9 and A–V: 40 characters, all from the alphanumeric alphabet of QR codes.
 */
public final class PosterCodes {
  private static final int MAC_LENGTH = 8;
  private static final int SIGNED_LENGTH = 1 + 2 * Long.BYTES;
  private static final int RADIX = 32;
  private static final int CODE_LENGTH = (SIGNED_LENGTH + MAC_LENGTH) * 8 / 5;
  private static final Pattern FORM = Pattern.compile("[0-9A-Va-v]{" + CODE_LENGTH + "}");
  private static final int MAXIMUM_INPUT = 512;

  private final MacKeys keys;

  public PosterCodes(MacKeys keys) {
    this.keys = keys;
  }

  /** The code of that poster, the same each time while the key is the same. */
  public String codeOf(PosterId poster) {
    var bytes = ByteBuffer.allocate(SIGNED_LENGTH + MAC_LENGTH);
    bytes.put(keys.primary());
    bytes.putLong(poster.value().getMostSignificantBits());
    bytes.putLong(poster.value().getLeastSignificantBits());
    bytes.put(keys.mac(keys.primary(), bytes.array(), SIGNED_LENGTH).orElseThrow(), 0, MAC_LENGTH);
    String digits = new BigInteger(1, bytes.array()).toString(RADIX).toUpperCase(Locale.ROOT);
    return "0".repeat(CODE_LENGTH - digits.length()) + digits;
  }

  /** The poster that a code, or a URL that ends with it, names; nothing if it was not made here. */
  public Optional<PosterId> check(String codeOrUrl) {
    if (codeOrUrl.length() > MAXIMUM_INPUT) {
      return Optional.empty();
    }
    String code = codeOrUrl.substring(codeOrUrl.lastIndexOf('/') + 1).strip();
    if (!FORM.matcher(code).matches()) {
      return Optional.empty();
    }
    byte[] bytes = fixedLength(new BigInteger(code, RADIX));
    return keys.mac(bytes[0], bytes, SIGNED_LENGTH)
        .filter(mac -> matches(mac, bytes))
        .map(mac -> posterOf(bytes));
  }

  private static boolean matches(byte[] mac, byte[] bytes) {
    byte[] expected = Arrays.copyOf(mac, MAC_LENGTH);
    byte[] actual = Arrays.copyOfRange(bytes, SIGNED_LENGTH, bytes.length);
    return MessageDigest.isEqual(expected, actual);
  }

  private static PosterId posterOf(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes, 1, 2 * Long.BYTES);
    return new PosterId(new UUID(buffer.getLong(), buffer.getLong()));
  }

  private static byte[] fixedLength(BigInteger number) {
    byte[] digits = number.toByteArray();
    byte[] bytes = new byte[SIGNED_LENGTH + MAC_LENGTH];
    int length = Math.min(digits.length, bytes.length);
    System.arraycopy(digits, digits.length - length, bytes, bytes.length - length, length);
    return bytes;
  }
}
