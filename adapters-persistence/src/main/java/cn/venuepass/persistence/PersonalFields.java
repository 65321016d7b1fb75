package cn.venuepass.persistence;

import cn.venuepass.domain.MacKeys;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What keeps personal values unreadable in the store: AES-256-GCM to hide them, each bound to its
 * row and column so that values cannot be exchanged, and a keyed hash to find them.
 */
public final class PersonalFields {
  private final Supplier<FieldKeys> keys;

  private PersonalFields(Supplier<FieldKeys> keys) {
    this.keys = keys;
  }

  /**
   * Fields hidden by that keyset and found by those keys.
   *
   * @param keyset a Tink keyset in JSON, as {@link #newKeyset} makes it
   * @throws IllegalArgumentException when the keyset cannot be read
   */
  public static PersonalFields with(String keyset, MacKeys hashKeys) {
    FieldKeys fixed = FieldKeys.of(EncryptionKeyset.read(keyset), hashKeys);
    return new PersonalFields(() -> fixed);
  }

  /**
   * Fields under keys that may change while the service runs.
   *
   * @param keys the keys of the moment
   */
  public static PersonalFields under(Supplier<FieldKeys> keys) {
    return new PersonalFields(keys);
  }

  /** A fresh keyset with one key, in JSON. Secret. */
  public static String newKeyset() {
    return EncryptionKeyset.fresh().json();
  }

  /** The keys of this moment; what belongs together is done under them. */
  public FieldKeys now() {
    return keys.get();
  }

  /** Hides a value of one column of one row. */
  public byte[] encrypt(String column, UUID row, String value) {
    return now().encrypt(column, row, value);
  }

  /** The value that was hidden for that column of that row. */
  public String decrypt(String column, UUID row, byte[] ciphertext) {
    return now().decrypt(column, row, ciphertext);
  }

  /** What a value of that kind is stored under: the primary key's id and HMAC-SHA256. */
  public byte[] hash(String kind, String value) {
    return now().hash(kind, value);
  }

  /** All that a value of that kind may be stored under, one for each key. */
  public List<byte[]> hashes(String kind, String value) {
    return now().hashes(kind, value);
  }
}
