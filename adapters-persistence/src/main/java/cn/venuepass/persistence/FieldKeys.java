package cn.venuepass.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.domain.MacKeys;
import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * The keys of personal fields at one moment. A key that is next is understood already: another node
 * may use it, since its clock may be ahead.
 */
public final class FieldKeys {
  private final Aead aead;
  private final int encryptionKey;
  private final Set<Integer> outdatedEncryption;
  private final MacKeys hashKeys;
  private final Optional<Byte> nextHash;

  private FieldKeys(
      EncryptionKeyset encryption,
      OptionalInt nextEncryption,
      MacKeys hashKeys,
      Optional<Byte> nextHash) {
    this.aead = encryption.aead();
    this.encryptionKey = encryption.primary();
    this.outdatedEncryption = new HashSet<>(encryption.ids());
    outdatedEncryption.removeIf(
        id -> id == encryptionKey || nextEncryption.equals(OptionalInt.of(id)));
    this.hashKeys = hashKeys;
    this.nextHash = nextHash;
  }

  /** Keys of which none is next. */
  public static FieldKeys of(EncryptionKeyset encryption, MacKeys hashKeys) {
    return new FieldKeys(encryption, OptionalInt.empty(), hashKeys, Optional.empty());
  }

  /** The same, knowing that this encryption key will be the primary one. */
  public static FieldKeys of(
      EncryptionKeyset encryption,
      OptionalInt nextEncryption,
      MacKeys hashKeys,
      Optional<Byte> nextHash) {
    return new FieldKeys(encryption, nextEncryption, hashKeys, nextHash);
  }

  /** The id of the key that hides values now. */
  public int encryptionKey() {
    return encryptionKey;
  }

  /** The id of the key that makes hashes now. */
  public byte hashKey() {
    return hashKeys.primary();
  }

  /** Whether there are keys that are neither in use nor next. */
  public boolean haveOutdated() {
    return !outdatedEncryption.isEmpty() || hashKeys.ids().stream().anyMatch(this::isOutdated);
  }

  /** Whether one of the older keys made that ciphertext. */
  public boolean madeCiphertextOutdated(byte[] ciphertext) {
    OptionalInt key = EncryptionKeyset.keyOf(ciphertext);
    return key.isPresent() && outdatedEncryption.contains(key.getAsInt());
  }

  /** Whether one of the older keys made that hash. */
  public boolean madeHashOutdated(byte[] hash) {
    return isOutdated(hash[0]);
  }

  public byte[] encrypt(String column, UUID row, String value) {
    try {
      return aead.encrypt(value.getBytes(UTF_8), place(column, row));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a personal field cannot be encrypted", e);
    }
  }

  public String decrypt(String column, UUID row, byte[] ciphertext) {
    try {
      return new String(aead.decrypt(ciphertext, place(column, row)), UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a personal field cannot be decrypted: " + column, e);
    }
  }

  public byte[] hash(String kind, String value) {
    return hash(hashKeys.primary(), kind, value);
  }

  public List<byte[]> hashes(String kind, String value) {
    return hashKeys.ids().stream().map(key -> hash(key, kind, value)).toList();
  }

  /**
   * What a new value of that kind is claimed under, one for each key, in the order of the keys'
   * ids: whoever adds it at the same time and uses another of the keys claims that one too.
   */
  public List<byte[]> hashesToClaim(String kind, String value) {
    return hashKeys.ids().stream().sorted().map(key -> hash(key, kind, value)).toList();
  }

  private boolean isOutdated(byte hashKey) {
    return hashKey != hashKeys.primary() && !nextHash.equals(Optional.of(hashKey));
  }

  private byte[] hash(byte key, String kind, String value) {
    byte[] bytes = (kind + ":" + value).getBytes(UTF_8);
    byte[] mac = hashKeys.mac(key, bytes, bytes.length).orElseThrow();
    return ByteBuffer.allocate(1 + mac.length).put(key).put(mac).array();
  }

  private static byte[] place(String column, UUID row) {
    return (column + "/" + row).getBytes(UTF_8);
  }

  @Override
  public String toString() {
    return "FieldKeys[encryption %d, %s]"
        .formatted(Integer.toUnsignedLong(encryptionKey), hashKeys);
  }
}
