package cn.venuepass.persistence;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Keys of AES-256-GCM under ids: the primary hides values, every one of them still reveals them. A
 * Tink keyset; secret.
 */
public final class EncryptionKeyset {
  private static final byte TINK = 1;
  private static final int PREFIX_LENGTH = 1 + Integer.BYTES;

  private final KeysetHandle handle;

  private EncryptionKeyset(KeysetHandle handle) {
    this.handle = handle;
  }

  /** A fresh keyset with one key. */
  public static EncryptionKeyset fresh() {
    try {
      return new EncryptionKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyset cannot be made", e);
    }
  }

  /**
   * The keyset in Tink's JSON.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static EncryptionKeyset read(String json) {
    try {
      return new EncryptionKeyset(
          TinkJsonProtoKeysetFormat.parseKeyset(
              json, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the encryption keyset cannot be read", e);
    }
  }

  /** The keyset in Tink's JSON. Secret. */
  public String json() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          handle, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyset cannot be written", e);
    }
  }

  public int primary() {
    return handle.getPrimary().getId();
  }

  public List<Integer> ids() {
    return IntStream.range(0, handle.size()).map(i -> handle.getAt(i).getId()).boxed().toList();
  }

  /** The same with one key more, which is only understood so far; it is the last of the ids. */
  public EncryptionKeyset withNewKey() {
    return changed(
        keys ->
            keys.addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()));
  }

  /** The same with another of its keys as the primary. */
  public EncryptionKeyset withPrimary(int id) {
    return changed(
        keys -> {
          KeysetHandle.Builder.Entry unused = keys.getAt(ids().indexOf(id)).makePrimary();
          return keys;
        });
  }

  /** The same without one of its keys, which is not the primary. */
  public EncryptionKeyset without(int id) {
    return changed(keys -> keys.deleteAt(ids().indexOf(id)));
  }

  /** The id of the key that made a ciphertext, as its first bytes say. */
  static OptionalInt keyOf(byte[] ciphertext) {
    return ciphertext.length >= PREFIX_LENGTH && ciphertext[0] == TINK
        ? OptionalInt.of(ByteBuffer.wrap(ciphertext, 1, Integer.BYTES).getInt())
        : OptionalInt.empty();
  }

  /** Whether both have that key, and no id means different keys to them. */
  public boolean agreesWith(EncryptionKeyset other, int key) {
    return ids().contains(key)
        && ids().stream()
            .filter(other.ids()::contains)
            .allMatch(id -> key(id).getKey().equalsKey(other.key(id).getKey()));
  }

  Aead aead() {
    try {
      return handle.getPrimitive(AeadConfig2026.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the encryption keyset cannot be used", e);
    }
  }

  private KeysetHandle.Entry key(int id) {
    return handle.getAt(ids().indexOf(id));
  }

  private EncryptionKeyset changed(UnaryOperator<KeysetHandle.Builder> change) {
    try {
      return new EncryptionKeyset(
          change
              .apply(KeysetHandle.newBuilder(handle))
              .setConfiguration(AeadConfig2026.get())
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the encryption keyset cannot be changed", e);
    }
  }

  @Override
  public String toString() {
    return "EncryptionKeyset" + ids();
  }
}
