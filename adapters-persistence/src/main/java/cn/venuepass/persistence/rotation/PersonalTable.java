package cn.venuepass.persistence.rotation;

import java.util.List;
import java.util.Optional;

/**
 * A table with personal values; its rows are known by the column {@code id}.
 *
 * @param encrypted columns that hold ciphertext for the place "table.column" and the row's id
 * @param hash the column by which a row is found
 */
record PersonalTable(String name, List<String> encrypted, Optional<KeyedHash> hash) {

  /**
   * A column with keyed hashes.
   *
   * @param kind the kind of value, as the hash knows it
   * @param source the encrypted column with the value; without one the hash can be renewed only
   *     when somebody comes with the value
   */
  record KeyedHash(String column, String kind, Optional<String> source) {}

  static PersonalTable table(String name, String... encrypted) {
    return new PersonalTable(name, List.of(encrypted), Optional.empty());
  }

  /** The same, found by the hash of one of its encrypted values. */
  PersonalTable foundBy(String column, String kind, String source) {
    return new PersonalTable(
        name, encrypted, Optional.of(new KeyedHash(column, kind, Optional.of(source))));
  }

  /** The same, found by the hash of a value that is not kept. */
  PersonalTable foundBy(String column, String kind) {
    return new PersonalTable(
        name, encrypted, Optional.of(new KeyedHash(column, kind, Optional.empty())));
  }

  /** What a value of that column is bound to, together with its row. */
  String place(String column) {
    return name + "." + column;
  }

  /** The hash, if it can be made from what the row holds. */
  Optional<KeyedHash> renewableHash() {
    return hash.filter(kept -> kept.source().isPresent());
  }
}
