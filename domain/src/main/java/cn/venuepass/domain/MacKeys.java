package cn.venuepass.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of HMAC-SHA256 under small ids: the primary signs, every one of them still checks, so that a
 * key can be replaced while what it signed hangs on doors.
 */
public final class MacKeys {
  private static final String ALGORITHM = "HmacSHA256";

  private final byte primary;
  private final Map<Byte, SecretKeySpec> keys;

  /**
   * @throws IllegalArgumentException when the primary is none of the keys
   */
  public MacKeys(byte primary, Map<Byte, byte[]> secrets) {
    if (!secrets.containsKey(primary)) {
      throw new IllegalArgumentException("the primary key is missing");
    }
    this.primary = primary;
    this.keys =
        secrets.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, key -> new SecretKeySpec(key.getValue(), ALGORITHM)));
  }

  public byte primary() {
    return primary;
  }

  /** The ids of all keys, the primary one first. */
  public List<Byte> ids() {
    return Stream.concat(Stream.of(primary), keys.keySet().stream().filter(id -> id != primary))
        .toList();
  }

  /** The MAC over the first bytes, or nothing when there is no such key. */
  public Optional<byte[]> mac(byte keyId, byte[] bytes, int length) {
    return Optional.ofNullable(keys.get(keyId)).map(key -> mac(key, bytes, length));
  }

  /**
   * Other keys under the same ids, each the MAC over the purpose: what one purpose signs means
   * nothing to another (after NIST SP 800-108).
   */
  public MacKeys derivedFor(String purpose) {
    byte[] label = purpose.getBytes(UTF_8);
    return new MacKeys(
        primary,
        ids().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), id -> mac(id, label, label.length).orElseThrow())));
  }

  private static byte[] mac(SecretKeySpec key, byte[] bytes, int length) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(bytes, 0, length);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "MacKeys" + keys.keySet();
  }
}
