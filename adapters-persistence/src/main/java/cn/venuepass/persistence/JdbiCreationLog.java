package cn.venuepass.persistence;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.CreationLog;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

final class JdbiCreationLog implements CreationLog {
  private static final Duration MEMORY = Duration.ofHours(24);

  private final Jdbi jdbi;

  JdbiCreationLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public UUID idFor(CreationKey key, UUID fresh, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          forget(handle, key, now.minus(MEMORY));
          return add(handle, key, fresh, now) ? fresh : find(handle, key);
        });
  }

  private static void forget(Handle handle, CreationKey key, Instant before) {
    handle
        .createUpdate(
            """
            DELETE FROM creation
             WHERE owner_id = :owner AND scope = :scope AND idempotency_key = :key
               AND created_at <= :before
            """)
        .bind("owner", key.owner().value())
        .bind("scope", key.scope())
        .bind("key", key.key())
        .bind("before", before)
        .execute();
  }

  private static boolean add(Handle handle, CreationKey key, UUID fresh, Instant now) {
    return handle
            .createUpdate(
                """
                INSERT INTO creation (owner_id, scope, idempotency_key, created_id, created_at)
                VALUES (:owner, :scope, :key, :id, :now)
                ON CONFLICT DO NOTHING
                """)
            .bind("owner", key.owner().value())
            .bind("scope", key.scope())
            .bind("key", key.key())
            .bind("id", fresh)
            .bind("now", now)
            .execute()
        == 1;
  }

  private static UUID find(Handle handle, CreationKey key) {
    return handle
        .createQuery(
            """
            SELECT created_id FROM creation
             WHERE owner_id = :owner AND scope = :scope AND idempotency_key = :key
            """)
        .bind("owner", key.owner().value())
        .bind("scope", key.scope())
        .bind("key", key.key())
        .mapTo(UUID.class)
        .one();
  }
}
