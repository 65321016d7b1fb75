package cn.venuepass.persistence.rotation;

import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.persistence.FieldKeys;
import cn.venuepass.persistence.HashClaims;
import cn.venuepass.persistence.rotation.PersonalTable.KeyedHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * A row as it was read, to be brought under the keys of the moment. It changes only if it still
 * holds what was read: a write at the same time wins.
 *
 * @param stored bytes by column, those that there are
 */
record RenewedRow(PersonalTable table, UUID id, Map<String, byte[]> stored) {

  /** The columns of the table that a row is read from. */
  static String columns(PersonalTable table) {
    return Stream.concat(table.encrypted().stream(), table.hashes().stream().map(KeyedHash::column))
        .collect(Collectors.joining(", ", "id, ", ""));
  }

  static RenewedRow read(PersonalTable table, ResultSet row) throws SQLException {
    Map<String, byte[]> stored = new LinkedHashMap<>();
    for (String column : columns(table).split(", ", -1)) {
      byte[] bytes = "id".equals(column) ? null : row.getBytes(column);
      if (bytes != null) {
        stored.put(column, bytes);
      }
    }
    return new RenewedRow(table, uuid(row, "id"), stored);
  }

  /** Whether anything in it is under an older key. */
  boolean isOutdated(FieldKeys keys) {
    return !outdated(keys).isEmpty() || !outdatedHashes(keys).isEmpty();
  }

  /** Brings everything under the keys of the moment, a transaction for each change. */
  void renew(Jdbi jdbi, FieldKeys keys) {
    List<String> columns = outdated(keys);
    if (!columns.isEmpty()) {
      jdbi.useHandle(handle -> reencrypt(handle, keys, columns));
    }
    outdatedHashes(keys).forEach(hash -> jdbi.useTransaction(handle -> rehash(handle, keys, hash)));
  }

  private List<String> outdated(FieldKeys keys) {
    return table.encrypted().stream()
        .filter(stored::containsKey)
        .filter(column -> keys.madeCiphertextOutdated(bytes(column)))
        .toList();
  }

  private List<KeyedHash> outdatedHashes(FieldKeys keys) {
    return table.hashes().stream()
        .filter(hash -> stored.containsKey(hash.column()))
        .filter(hash -> stored.containsKey(hash.source()))
        .filter(hash -> keys.madeHashOutdated(bytes(hash.column())))
        .toList();
  }

  private void reencrypt(Handle handle, FieldKeys keys, List<String> columns) {
    String changes =
        columns.stream()
            .map(column -> "%1$s = :new_%1$s".formatted(column))
            .collect(Collectors.joining(", "));
    String unchanged =
        columns.stream()
            .map(column -> "%1$s = :old_%1$s".formatted(column))
            .collect(Collectors.joining(" AND "));
    Update update =
        handle
            .createUpdate(
                "UPDATE %s SET %s WHERE id = :id AND %s"
                    .formatted(table.name(), changes, unchanged))
            .bind("id", id);
    for (String column : columns) {
      String place = table.place(column);
      String value = keys.decrypt(place, id, bytes(column));
      update
          .bind("new_" + column, keys.encrypt(place, id, value))
          .bind("old_" + column, bytes(column));
    }
    int unused = update.execute();
  }

  /** A hash that belongs to another row already stays as it is. */
  private void rehash(Handle handle, FieldKeys keys, KeyedHash hash) {
    String source = hash.source();
    byte[] renewed = keys.hash(hash.kind(), keys.decrypt(table.place(source), id, bytes(source)));
    if (HashClaims.claim(handle, List.of(renewed), id)) {
      int unused =
          handle
              .createUpdate(
                  "UPDATE %1$s SET %2$s = :new WHERE id = :id AND %2$s = :old"
                      .formatted(table.name(), hash.column()))
              .bind("new", renewed)
              .bind("id", id)
              .bind("old", bytes(hash.column()))
              .execute();
    }
  }

  private byte[] bytes(String column) {
    byte[] bytes = stored.get(column);
    if (bytes == null) {
      throw new IllegalArgumentException("no such column: " + column);
    }
    return bytes;
  }

  @Override
  public String toString() {
    return "RenewedRow[" + table.name() + " " + id + "]";
  }
}
