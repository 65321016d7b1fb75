package cn.venuepass.application.visit;

import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The book of who went in and out; {@link cn.venuepass.domain.visit.Door} decides each scan. */
public interface VisitLedger {

  /**
   * How long a scan is remembered at least, to answer a replay: twice as long as a device may keep
   * it before it uploads.
   */
  Duration REPLAY_MEMORY = Duration.ofDays(6);

  /**
   * Applies one scan atomically. When this returns, the answer and what it says are stored durably;
   * when it throws, nothing of the scan is stored, or all of it: a database that is lost while it
   * stores does not say which. The same scan sent again then gets the one answer.
   *
   * <p>The caller waits, and other callers' scans may be stored in the same transaction. When too
   * many wait already, it is told so at once by {@link
   * cn.venuepass.application.TemporarilyUnavailable}.
   *
   * <p>It is a transaction of its own and never part of a larger one: do not call it inside {@link
   * cn.venuepass.application.Transactions#run}.
   *
   * <ul>
   *   <li>Everything that decides is read in the transaction that stores: a revoked poster, a
   *       removed venue, a full one are so from the very next scan.
   *   <li>Of n concurrent scans of one person at one venue exactly one opens the visit.
   *   <li>A scan with the id of an earlier one of the same person at the same venue changes nothing
   *       and gets the earlier answer, refusals included, for {@link #REPLAY_MEMORY} at least.
   *   <li>A device's scan that is older than the newest stored passage of the person at the venue
   *       is stored as evidence and does not change who is inside.
   *   <li>People who enter at once do not together exceed a capacity.
   *   <li>Companions are stored with the person, or nobody is. Where there is not room for all of
   *       them, none of those who are outside enters. A replay gets the companions of the earlier
   *       scan, whichever it brings.
   * </ul>
   *
   * @return the stored answer, or nothing when there is no such poster, venue or open visit
   */
  Optional<ScanRecord> apply(Scan scan);

  /**
   * The same for a caller who does not wait: nothing need be decided when this returns.
   *
   * @return completes with what {@link #apply} returns, or fails with what it throws
   */
  default CompletionStage<Optional<ScanRecord>> submit(Scan scan) {
    try {
      return CompletableFuture.completedFuture(apply(scan));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * The answer to an earlier scan with that id, of that person, through that door; stores nothing.
   */
  Optional<ScanRecord> findAnswer(Scan scan);
}
