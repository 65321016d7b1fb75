package cn.venuepass.persistence;

import cn.venuepass.application.Transactions;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Transactions of the database. Jdbi lends nested work the handle of its thread. */
final class JdbiTransactions implements Transactions {
  private final Jdbi jdbi;

  JdbiTransactions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    return jdbi.<T, RuntimeException>inTransaction(handle -> work.get());
  }
}
