package cn.venuepass.persistence.rotation;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table with personal values; its rows are known by the column {@code id}.
 *
 * @param encrypted columns that hold ciphertext for the place "table.column" and the row's id
 * @param hashes the columns by which a row is found
 */
record PersonalTable(String name, List<String> encrypted, List<KeyedHash> hashes) {

  /**
   * A column with keyed hashes.
   *
   * @param kind the kind of value, as the hash knows it
   * @param source the encrypted column with the value; a row without it gets a new hash when
   *     somebody comes with the value
   */
  record KeyedHash(String column, String kind, String source) {}

  static PersonalTable table(String name, String... encrypted) {
    return new PersonalTable(name, List.of(encrypted), List.of());
  }

  /** The same, found also by the hash of one of its encrypted values. */
  PersonalTable foundBy(String column, String kind, String source) {
    List<KeyedHash> all =
        Stream.concat(hashes.stream(), Stream.of(new KeyedHash(column, kind, source))).toList();
    return new PersonalTable(name, encrypted, all);
  }

  /** What a value of that column is bound to, together with its row. */
  String place(String column) {
    return name + "." + column;
  }
}
