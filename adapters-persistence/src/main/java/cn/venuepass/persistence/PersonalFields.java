package cn.venuepass.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.domain.MacKeys;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;

/**
 * What keeps personal values unreadable in the store: AES-256-GCM to hide them, each bound to its
 * row and column so that values cannot be exchanged, and a keyed hash to find them.
 */
public final class PersonalFields {
  private final Aead aead;
  private final MacKeys hashKeys;

  private PersonalFields(Aead aead, MacKeys hashKeys) {
    this.aead = aead;
    this.hashKeys = hashKeys;
  }

  /**
   * Fields hidden by that keyset and found by those keys.
   *
   * @param keyset a Tink keyset in JSON, as {@link #newKeyset} makes it
   * @throws IllegalArgumentException when the keyset cannot be read
   */
  public static PersonalFields with(String keyset, MacKeys hashKeys) {
    try {
      KeysetHandle handle =
          TinkJsonProtoKeysetFormat.parseKeyset(
              keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
      return new PersonalFields(handle.getPrimitive(AeadConfig2026.get(), Aead.class), hashKeys);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the encryption keyset cannot be read", e);
    }
  }

  /** A fresh keyset with one key, in JSON. Secret. */
  public static String newKeyset() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()),
          AeadConfig2026.get(),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyset cannot be made", e);
    }
  }

  /** Hides a value of one column of one row. */
  public byte[] encrypt(String column, UUID row, String value) {
    try {
      return aead.encrypt(value.getBytes(UTF_8), place(column, row));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a personal field cannot be encrypted", e);
    }
  }

  /** The value that was hidden for that column of that row. */
  public String decrypt(String column, UUID row, byte[] ciphertext) {
    try {
      return new String(aead.decrypt(ciphertext, place(column, row)), UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a personal field cannot be decrypted: " + column, e);
    }
  }

  /** What a value of that kind is stored under: the primary key's id and HMAC-SHA256. */
  public byte[] hash(String kind, String value) {
    return hash(hashKeys.primary(), kind, value);
  }

  /** All that a value of that kind may be stored under, one for each key. */
  public List<byte[]> hashes(String kind, String value) {
    return hashKeys.ids().stream().map(key -> hash(key, kind, value)).toList();
  }

  private byte[] hash(byte key, String kind, String value) {
    byte[] bytes = (kind + ":" + value).getBytes(UTF_8);
    byte[] mac = hashKeys.mac(key, bytes, bytes.length).orElseThrow();
    return ByteBuffer.allocate(1 + mac.length).put(key).put(mac).array();
  }

  private static byte[] place(String column, UUID row) {
    return (column + "/" + row).getBytes(UTF_8);
  }
}
