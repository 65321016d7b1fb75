package cn.venuepass.application.control;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.venue.VenueName;
import java.util.Optional;

/**
 * A resident sees the orders that concern them, whom they look after or their venues: that there is
 * one, since and until when, never why; and appeals.
 */
public interface AppealAgainstControl {

  /** The orders that were approved, the latest first. */
  Page<Concerning> list(Caller.Resident resident, PageRequest request);

  /**
   * Appeals. Denied with NOT_FOUND, CONTROL_ORDER_NOT_ACTIVE, or APPEAL_OPEN when an appeal against
   * the order waits for its answer.
   */
  Result<ControlAppeal> appeal(
      Caller.Resident resident, ControlOrderId order, ControlNote text, Optional<CreationKey> key);

  /**
   * An order that concerns somebody.
   *
   * @param family the relative whom it is about, if the resident looks after somebody
   * @param venue the name of their venue, if it is about one
   * @param appeal the latest appeal
   */
  record Concerning(
      ControlOrder order,
      Optional<FamilyLinkId> family,
      Optional<VenueName> venue,
      Optional<ControlAppeal> appeal) {}
}
