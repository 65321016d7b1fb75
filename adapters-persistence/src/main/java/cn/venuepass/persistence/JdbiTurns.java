package cn.venuepass.persistence;

import cn.venuepass.application.Turns;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Turns as one row for each work. */
final class JdbiTurns implements Turns {
  private final Jdbi jdbi;

  JdbiTurns(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean take(String work, Instant now, Instant until) {
    return jdbi.inTransaction(
        handle -> {
          int unused =
              handle
                  .createUpdate(
                      """
                      INSERT INTO work_turn (work, taken_until) VALUES (:work, :free)
                      ON CONFLICT DO NOTHING
                      """)
                  .bind("work", work)
                  .bind("free", Instant.EPOCH)
                  .execute();
          return handle
                  .createUpdate(
                      """
                      UPDATE work_turn SET taken_until = :until
                       WHERE work = :work AND taken_until <= :now
                      """)
                  .bind("until", until)
                  .bind("work", work)
                  .bind("now", now)
                  .execute()
              == 1;
        });
  }

  @Override
  public void giveBack(String work, Instant until) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE work_turn SET taken_until = :free
                     WHERE work = :work AND taken_until = :until
                    """)
                .bind("free", Instant.EPOCH)
                .bind("work", work)
                .bind("until", until)
                .execute());
  }
}
