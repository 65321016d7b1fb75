package cn.venuepass.application.control;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlAppealId;
import cn.venuepass.domain.control.ControlNote;

/** Controllers answer appeals against orders that they did not sign. */
public interface AnswerAppeals {

  /** The appeals of the jurisdiction, the one that is due first first. */
  Page<ControlAppeal> list(
      Caller.Staff controller, ControlAppeal.Status status, PageRequest request);

  /**
   * Answers, for good; granting lifts the order at once, and whoever appealed is told. Denied with
   * NOT_FOUND, OWN_CONTROL_ORDER, APPEAL_DECIDED or CHANGED_MEANWHILE.
   */
  Result<ControlAppeal> decide(
      Caller.Staff controller, ControlAppealId appeal, boolean upheld, ControlNote answer);
}
