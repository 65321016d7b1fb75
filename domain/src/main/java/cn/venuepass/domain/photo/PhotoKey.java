package cn.venuepass.domain.photo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one photo's content, AES-256-GCM. Who forgets it makes the content unreadable,
 * wherever that is kept.
 */
public final class PhotoKey {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String ALGORITHM = "AES/GCM/NoPadding";

  private final byte[] key;

  private PhotoKey(byte[] key) {
    this.key = key;
  }

  public static PhotoKey fresh(SecureRandom random) {
    return new PhotoKey(bytes(random, KEY_BYTES));
  }

  /** The key that {@link #text} wrote. */
  public static PhotoKey of(String text) {
    byte[] key = Base64.getDecoder().decode(text);
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a photo's key has 32 bytes");
    }
    return new PhotoKey(key);
  }

  /** The key in Base64. Secret. */
  public String text() {
    return Base64.getEncoder().encodeToString(key);
  }

  /** The content, sealed under that name: a nonce, then the ciphertext with its tag. */
  public byte[] seal(UUID name, byte[] content, SecureRandom random) {
    byte[] nonce = bytes(random, NONCE_BYTES);
    byte[] hidden = crypt(Cipher.ENCRYPT_MODE, name, nonce, content, 0);
    byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
    System.arraycopy(hidden, 0, sealed, NONCE_BYTES, hidden.length);
    return sealed;
  }

  /**
   * The content that was sealed under that name.
   *
   * @throws IllegalStateException when it was changed, or is that of another
   */
  public byte[] open(UUID name, byte[] sealed) {
    if (sealed.length < NONCE_BYTES) {
      throw new IllegalStateException("a photo cannot be opened");
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    return crypt(Cipher.DECRYPT_MODE, name, nonce, sealed, NONCE_BYTES);
  }

  private byte[] crypt(int mode, UUID name, byte[] nonce, byte[] text, int from) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(name.toString().getBytes(US_ASCII));
      return cipher.doFinal(text, from, text.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a photo cannot be sealed or opened", e);
    }
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return "PhotoKey[***]";
  }
}
