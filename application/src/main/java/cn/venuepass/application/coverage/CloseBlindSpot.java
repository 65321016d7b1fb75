package cn.venuepass.application.coverage;

import cn.venuepass.application.Result;
import cn.venuepass.application.coverage.ViewBlindSpots.WithHistory;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.coverage.BlindSpotId;
import cn.venuepass.domain.coverage.Excuse;

/**
 * Closes a task whose gap is there and need not be closed, such as a shop that is closed for the
 * season. For {@link Excuse#HOLDS}, or until the place comes to another stage, the same gap makes
 * no new task.
 */
public interface CloseBlindSpot {

  /** Denied with BLIND_SPOT_CLOSED when it is closed already. */
  Result<WithHistory> close(Caller.Staff supervisor, BlindSpotId task, Excuse.Words words);
}
