package cn.venuepass.persistence;

import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionException;

/**
 * Commits on H2 that are in the file when they return. H2's own commit was seen to leave the last
 * change out of the file until the next one, although WRITE_DELAY is 0.
 */
final class WrittenCommits extends DelegatingTransactionHandler {
  WrittenCommits() {
    super(LocalTransactionHandler.binding());
  }

  @Override
  public void commit(Handle handle) {
    super.commit(handle);
    try (Statement statement = handle.getConnection().createStatement()) {
      boolean unused = statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      throw new TransactionException("the commit may not be in the file", e);
    }
  }
}
