package cn.venuepass.domain.pass;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.venuepass.domain.MacKeys;
import cn.venuepass.domain.pass.PassCode.OnScreen;
import cn.venuepass.domain.person.PersonId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passes for a screen, sealed with AES-256-GCM. 50 bytes: key id (1), nonce (12), and sealed person
 * id (16) and expiry in seconds since 1970 (5), with tag (16).
 *
 * <p>Nonces are random, so a key serves 2<sup>32</sup> passes (NIST SP 800-38D, 8.3): more than a
 * year of ten million a day.
 */
final class SealedPasses {
  static final int LENGTH = 50;

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final byte[] KEY_LABEL = "AES-256-GCM".getBytes(US_ASCII);
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;
  private static final int PLAIN_LENGTH = 21;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Supplier<MacKeys> keys;

  SealedPasses(Supplier<MacKeys> keys) {
    this.keys = keys;
  }

  byte[] seal(OnScreen pass) {
    byte[] nonce = new byte[NONCE_LENGTH];
    RANDOM.nextBytes(nonce);
    long seconds = pass.expiresAt().getEpochSecond();
    var plain = ByteBuffer.allocate(PLAIN_LENGTH);
    plain.putLong(pass.person().value().getMostSignificantBits());
    plain.putLong(pass.person().value().getLeastSignificantBits());
    plain.put((byte) (seconds >>> Integer.SIZE)).putInt((int) seconds);
    MacKeys ring = keys.get();
    byte key = ring.primary();
    try {
      byte[] sealed =
          cipher(ring, Cipher.ENCRYPT_MODE, key, nonce).orElseThrow().doFinal(plain.array());
      return ByteBuffer.allocate(LENGTH).put(key).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a pass cannot be sealed", e);
    }
  }

  /** The pass in those bytes; nothing if none of the keys sealed them. */
  Optional<OnScreen> open(byte[] bytes) {
    byte[] nonce = new byte[NONCE_LENGTH];
    System.arraycopy(bytes, 1, nonce, 0, NONCE_LENGTH);
    try {
      Optional<Cipher> cipher = cipher(keys.get(), Cipher.DECRYPT_MODE, bytes[0], nonce);
      return cipher.isPresent()
          ? Optional.of(
              read(cipher.get().doFinal(bytes, 1 + NONCE_LENGTH, LENGTH - 1 - NONCE_LENGTH)))
          : Optional.empty();
    } catch (AEADBadTagException forged) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a pass cannot be opened", e);
    }
  }

  private static Optional<Cipher> cipher(MacKeys keys, int mode, byte keyId, byte[] nonce)
      throws GeneralSecurityException {
    Optional<byte[]> key = keys.mac(keyId, KEY_LABEL, KEY_LABEL.length);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, new SecretKeySpec(key.get(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new byte[] {keyId});
    return Optional.of(cipher);
  }

  private static OnScreen read(byte[] plain) {
    var buffer = ByteBuffer.wrap(plain);
    var person = new PersonId(new UUID(buffer.getLong(), buffer.getLong()));
    long high = Byte.toUnsignedLong(buffer.get()) << Integer.SIZE;
    long seconds = high | Integer.toUnsignedLong(buffer.getInt());
    return new OnScreen(person, Instant.ofEpochSecond(seconds));
  }
}
