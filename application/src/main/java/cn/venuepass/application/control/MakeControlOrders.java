package cn.venuepass.application.control;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.control.ControlGrounds;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;

/**
 * A controller proposes to keep a person out of every venue, or everybody out of one; another one
 * approves or declines. Every step is noted in the audit log.
 */
public interface MakeControlOrders {

  /** Whom or what a proposal names. */
  sealed interface Named {
    /** Somebody, who may be unknown until now. */
    record Person(ResidentIdNumber idNumber) implements Named {}

    record Venue(VenueId venue) implements Named {}
  }

  /** What is proposed. */
  record Proposal(
      Named target, Optional<CaseId> caseId, ControlGrounds grounds, Instant expiresAt) {}

  /**
   * Proposes an order. Denied with NOT_FOUND when the venue is unknown, removed or foreign.
   *
   * @throws cn.venuepass.domain.InvalidValue when the rule or the end do not fit
   */
  Result<ControlOrder> propose(
      Caller.Staff controller, Proposal proposal, Optional<CreationKey> key);

  /**
   * Approves: it holds from the next scan on, people inside are kept with it, and those concerned
   * are told. Denied with NOT_FOUND, OWN_CONTROL_ORDER, CONTROL_ORDER_NOT_PROPOSED or
   * CHANGED_MEANWHILE.
   */
  Result<ControlOrder> approve(Caller.Staff controller, ControlOrderId order);

  /** Declines, with the same denials. */
  Result<ControlOrder> decline(Caller.Staff controller, ControlOrderId order, ControlNote reason);

  /**
   * Takes an own proposal back. Denied with NOT_FOUND, FOREIGN_CONTROL_ORDER,
   * CONTROL_ORDER_NOT_PROPOSED or CHANGED_MEANWHILE.
   */
  Result<ControlOrder> withdraw(Caller.Staff controller, ControlOrderId order);

  /**
   * Ends an active order at once; one controller is enough. Denied with NOT_FOUND,
   * CONTROL_ORDER_NOT_ACTIVE or CHANGED_MEANWHILE.
   */
  Result<ControlOrder> lift(Caller.Staff controller, ControlOrderId order, ControlNote reason);
}
