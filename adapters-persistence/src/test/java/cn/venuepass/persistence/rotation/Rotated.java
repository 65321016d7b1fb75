package cn.venuepass.persistence.rotation;

import cn.venuepass.domain.MacKeys;
import cn.venuepass.persistence.EncryptionKeyset;
import cn.venuepass.persistence.FieldKeys;
import cn.venuepass.persistence.PersonalFields;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One installation's keys while they change: only the old ones, both, and only the new ones. */
final class Rotated {
  static final long OLD_HASH = 1;
  static final long NEW_HASH = 2;
  private static final Map<Byte, byte[]> SECRETS =
      Map.of((byte) OLD_HASH, new byte[32], (byte) NEW_HASH, new byte[33]);

  private final EncryptionKeyset first = EncryptionKeyset.fresh();
  private final EncryptionKeyset both = first.withNewKey();
  private final int oldKey = first.primary();
  private final int newKey = both.ids().get(1);

  /** Before anybody made new keys. */
  PersonalFields unaware() {
    return fixed(
        FieldKeys.of(first, new MacKeys((byte) OLD_HASH, Map.of((byte) OLD_HASH, new byte[32]))));
  }

  /** The new keys are known and wait. */
  PersonalFields before() {
    return fixed(
        FieldKeys.of(
            both,
            OptionalInt.of(newKey),
            new MacKeys((byte) OLD_HASH, SECRETS),
            Optional.of((byte) NEW_HASH)));
  }

  /** The new keys are in use. */
  PersonalFields after() {
    return fixed(FieldKeys.of(both.withPrimary(newKey), new MacKeys((byte) NEW_HASH, SECRETS)));
  }

  /** The old keys are gone. */
  PersonalFields retired() {
    return fixed(
        FieldKeys.of(
            both.withPrimary(newKey).without(oldKey),
            new MacKeys((byte) NEW_HASH, Map.of((byte) NEW_HASH, new byte[33]))));
  }

  long oldEncryption() {
    return Integer.toUnsignedLong(oldKey);
  }

  private static PersonalFields fixed(FieldKeys keys) {
    return PersonalFields.under(() -> keys);
  }
}
