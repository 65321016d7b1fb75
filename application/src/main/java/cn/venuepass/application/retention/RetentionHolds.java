package cn.venuepass.application.retention;

import cn.venuepass.domain.retention.RetentionHold;
import cn.venuepass.domain.retention.RetentionHoldId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What open cases hold. */
public interface RetentionHolds {

  void add(RetentionHold hold);

  /** Adds many, by a few statements. */
  void addAll(List<RetentionHold> holds);

  /** From now on nothing is held for that case. */
  void releaseAll(UUID caseId, Instant now);

  /** What is held for that case, in no order. */
  List<RetentionHold> listOf(UUID caseId);

  /** From now on it holds nothing; nothing happens when there is no such hold. */
  void release(RetentionHoldId hold, Instant now);

  /** All that hold, in no order. */
  List<RetentionHold> listOpen();
}
