package cn.venuepass.persistence;

import java.util.Arrays;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Whose database it is: of a demo or of production, and under which keys. */
final class Installation {
  private static final UUID ROW = new UUID(0, 1);
  private static final String COLUMN = "installation.key_check";
  private static final String KIND = "installation";
  private static final String KNOWN = "VenuePass";

  private final Jdbi jdbi;
  private final PersonalFields fields;

  Installation(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  /**
   * Takes an empty database into possession, or checks that it is one's own.
   *
   * @throws IllegalArgumentException when it belongs to another purpose or to other keys
   */
  void claim(String purpose) {
    Row row =
        jdbi.inTransaction(
            handle -> {
              add(handle, purpose);
              return find(handle);
            });
    if (!row.purpose().equals(purpose)) {
      throw new IllegalArgumentException(
          "this database is for " + row.purpose() + ", not for " + purpose);
    }
    if (!row.matches(fields)) {
      throw new IllegalArgumentException("this database was written with other keys");
    }
  }

  /** Whether the database was written with the keys at hand. */
  boolean isMine() {
    return jdbi.withHandle(handle -> find(handle).matches(fields));
  }

  /** Brings what it checks keys by under the keys of the moment. */
  void renew(FieldKeys keys) {
    jdbi.useHandle(
        handle -> {
          Row row = find(handle);
          if (keys.madeCiphertextOutdated(row.keyCheck())) {
            replace(handle, "key_check", row.keyCheck(), keys.encrypt(COLUMN, ROW, KNOWN));
          }
          if (keys.madeHashOutdated(row.hashCheck())) {
            replace(handle, "hash_check", row.hashCheck(), keys.hash(KIND, KNOWN));
          }
        });
  }

  private static void replace(Handle handle, String column, byte[] old, byte[] renewed) {
    int unused =
        handle
            .createUpdate(
                "UPDATE installation SET %1$s = :new WHERE id = 1 AND %1$s = :old"
                    .formatted(column))
            .bind("new", renewed)
            .bind("old", old)
            .execute();
  }

  private void add(Handle handle, String purpose) {
    int unused =
        handle
            .createUpdate(
                """
                INSERT INTO installation (id, purpose, key_check, hash_check)
                VALUES (1, :purpose, :key, :hash)
                ON CONFLICT DO NOTHING
                """)
            .bind("purpose", purpose)
            .bind("key", fields.encrypt(COLUMN, ROW, KNOWN))
            .bind("hash", fields.hash(KIND, KNOWN))
            .execute();
  }

  private static Row find(Handle handle) {
    return handle
        .createQuery("SELECT purpose, key_check, hash_check FROM installation WHERE id = 1")
        .map(
            (row, context) ->
                new Row(
                    row.getString("purpose"),
                    row.getBytes("key_check"),
                    row.getBytes("hash_check")))
        .one();
  }

  @SuppressWarnings("ArrayRecordComponent") // read once, never compared as a whole
  private record Row(String purpose, byte[] keyCheck, byte[] hashCheck) {
    boolean matches(PersonalFields fields) {
      try {
        return fields.decrypt(COLUMN, ROW, keyCheck).equals(KNOWN)
            && fields.hashes(KIND, KNOWN).stream().anyMatch(h -> Arrays.equals(h, hashCheck));
      } catch (IllegalStateException e) {
        return false;
      }
    }
  }
}
