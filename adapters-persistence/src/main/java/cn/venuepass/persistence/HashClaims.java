package cn.venuepass.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Whose a keyed hash is. A person and an account are stored under one hash, but nodes may differ
 * about the key of the moment while keys change; the claims, under each key that is understood,
 * decide who is first. Whoever deletes an owner deletes its claims.
 */
public final class HashClaims {
  private HashClaims() {}

  /**
   * Claims all of the hashes for one owner, or none when one of them is somebody else's. Waits for
   * a transaction that claims one at the same time.
   *
   * @param handle in a transaction
   * @param hashes in the order of their keys
   */
  public static boolean claim(Handle handle, List<byte[]> hashes, UUID owner) {
    List<byte[]> claimed = new ArrayList<>();
    for (byte[] hash : hashes) {
      if (insert(handle, hash, owner)) {
        claimed.add(hash);
      } else if (!isClaimed(handle, hash, owner)) {
        claimed.forEach(own -> release(handle, own));
        return false;
      }
    }
    return true;
  }

  /** Gives up what the owner claimed. */
  public static void release(Handle handle, List<byte[]> hashes, UUID owner) {
    int unused =
        handle
            .createUpdate("DELETE FROM hash_claim WHERE owner_id = :owner AND hash IN (<hashes>)")
            .bind("owner", owner)
            .bindList("hashes", hashes)
            .execute();
  }

  /** Forgets all claims under one key. */
  static void forget(Jdbi jdbi, byte key) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM hash_claim WHERE hash >= :from AND hash < :to")
                .bind("from", new byte[] {key})
                .bind("to", new byte[] {(byte) (key + 1)})
                .execute());
  }

  private static boolean insert(Handle handle, byte[] hash, UUID owner) {
    return handle
            .createUpdate(
                """
                INSERT INTO hash_claim (hash, owner_id) VALUES (:hash, :owner)
                ON CONFLICT DO NOTHING
                """)
            .bind("hash", hash)
            .bind("owner", owner)
            .execute()
        == 1;
  }

  private static boolean isClaimed(Handle handle, byte[] hash, UUID owner) {
    return handle
        .createQuery("SELECT owner_id FROM hash_claim WHERE hash = :hash")
        .bind("hash", hash)
        .mapTo(UUID.class)
        .findOne()
        .filter(owner::equals)
        .isPresent();
  }

  private static void release(Handle handle, byte[] hash) {
    int unused =
        handle
            .createUpdate("DELETE FROM hash_claim WHERE hash = :hash")
            .bind("hash", hash)
            .execute();
  }
}
