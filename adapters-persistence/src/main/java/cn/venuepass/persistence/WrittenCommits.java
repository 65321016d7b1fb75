package cn.venuepass.persistence;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;

/**
 * Commits on H2 that are in the file when they return. H2's own commit leaves the file as it is
 * when another one is being written at the same moment, although WRITE_DELAY is 0.
 */
final class WrittenCommits extends DelegatingTransactionHandler {
  WrittenCommits() {
    super(LocalTransactionHandler.binding());
  }

  @Override
  public void commit(Handle handle) {
    super.commit(handle);
    handle.execute("CHECKPOINT");
  }
}
