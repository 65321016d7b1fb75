package cn.venuepass.application.retention;

import cn.venuepass.domain.retention.RetentionHold;
import cn.venuepass.domain.retention.RetentionHoldId;
import java.time.Instant;
import java.util.List;

/** What open cases hold. */
public interface RetentionHolds {

  void add(RetentionHold hold);

  /** From now on it holds nothing; nothing happens when there is no such hold. */
  void release(RetentionHoldId hold, Instant now);

  /** All that hold, in no order. */
  List<RetentionHold> listOpen();
}
