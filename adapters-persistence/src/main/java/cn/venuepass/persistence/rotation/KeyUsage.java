package cn.venuepass.persistence.rotation;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * How many stored values rest on which key.
 *
 * @param encryption ciphertexts by the key's id, unsigned
 * @param hash keyed hashes by the key's id
 * @param walk what the re-encryption does, in words for an operator
 */
public record KeyUsage(Map<Long, Long> encryption, Map<Long, Long> hash, String walk) {
  private static final int ENCRYPTION_PREFIX = 5;
  private static final int HASH_PREFIX = 1;

  /** Counts everything; it reads every personal table. */
  public static KeyUsage count(Jdbi jdbi) {
    return jdbi.withHandle(
        handle -> {
          Map<Long, Long> encryption = new TreeMap<>();
          Map<Long, Long> hash = new TreeMap<>();
          for (PersonalTable table : PersonalTables.ALL) {
            for (String column : table.encrypted()) {
              add(encryption, handle, table.name(), column, ENCRYPTION_PREFIX);
            }
            table
                .hashes()
                .forEach(kept -> add(hash, handle, table.name(), kept.column(), HASH_PREFIX));
          }
          add(encryption, handle, PersonalTables.INSTALLATION, "key_check", ENCRYPTION_PREFIX);
          add(hash, handle, PersonalTables.INSTALLATION, "hash_check", HASH_PREFIX);
          return new KeyUsage(encryption, hash, words(Walk.find(handle)));
        });
  }

  /** Whether no stored value rests on that key of the ring. */
  public static boolean isFree(Map<Long, Long> ring, long key) {
    return ring.getOrDefault(key, 0L) == 0;
  }

  private static void add(
      Map<Long, Long> counts, Handle handle, String table, String column, int length) {
    List<Map.Entry<byte[], Long>> found =
        handle
            .createQuery(
                """
                SELECT prefix, count(*) AS number
                  FROM (SELECT substring(%1$s FROM 1 FOR %3$d) AS prefix
                          FROM %2$s WHERE %1$s IS NOT NULL) prefixes
                 GROUP BY prefix
                """
                    .formatted(column, table, length))
            .map((row, context) -> Map.entry(row.getBytes("prefix"), row.getLong("number")))
            .list();
    found.forEach(entry -> counts.merge(key(entry.getKey(), length), entry.getValue(), Long::sum));
  }

  /** The id in the first bytes; -1 where there is none. */
  private static long key(byte[] prefix, int length) {
    if (length == HASH_PREFIX) {
      return prefix.length == HASH_PREFIX ? prefix[0] : -1;
    }
    return prefix.length == ENCRYPTION_PREFIX && prefix[0] == 1
        ? Integer.toUnsignedLong(ByteBuffer.wrap(prefix, 1, Integer.BYTES).getInt())
        : -1;
  }

  private static String words(Optional<Walk.Position> position) {
    return position
        .map(
            at ->
                at.finishedAt()
                    .map(finished -> "finished at " + finished)
                    .orElseGet(
                        () ->
                            "under way in "
                                + at.table().orElse(PersonalTables.ALL.get(0).name())
                                + ", to encryption key "
                                + at.encryptionKey()
                                + " and hash key "
                                + at.hashKey()))
        .orElse("none yet");
  }
}
