package cn.venuepass.application;

import java.time.Duration;
import java.time.Instant;

/** Why a use case does not do what it was asked to. */
public sealed interface Denial {

  /** A denial that needs no further word. */
  enum Plain implements Denial {
    /** Unknown, or outside the caller's reach: the two look the same. */
    NOT_FOUND,
    SIGN_IN_FAILED,
    SIGN_IN_UNAVAILABLE,
    SESSION_ENDED,
    /** Name and password are right; the code of the authenticator app is still missing. */
    SECOND_FACTOR_REQUIRED,
    /** The account has an authenticator app already. */
    SECOND_FACTOR_EXISTS,
    /** A code that the authenticator app does not show now, or that was used. */
    WRONG_SECOND_FACTOR,
    WRONG_PASSWORD,
    USERNAME_TAKEN,
    /** Nobody changes the rights of their own account. */
    OWN_ACCOUNT,
    /** Nobody gives rights that reach further than their own. */
    BEYOND_JURISDICTION,
    /** Venues, divisions or staff rest on it. */
    IN_USE,
    IDENTITY_REQUIRED,
    /** The ID number belongs to another account, or the account to another ID number. */
    IDENTITY_ALREADY_BOUND,
    /** The phone signs in to another account. */
    PHONE_TAKEN,
    VENUE_APPROVED,
    VENUE_REJECTED,
    VENUE_NOT_APPROVED,
    MANAGER_EXISTS,
    /** The account looks after that person already. */
    FAMILY_MEMBER_EXISTS,
    /** The account looks after as many people as it may. */
    FAMILY_FULL,
    /** Who has an account of their own is not looked after by another. */
    FAMILY_MEMBER_HAS_ACCOUNT,
    ROSTER_ENTRY_EXISTS,
    /** Another poster was issued instead of it already. */
    POSTER_REPLACED,
    /** The poster is refused, so that nothing can be done with it. */
    POSTER_REVOKED,
    /** Somebody dismissed the warning already. */
    WARNING_DISMISSED,
    /** The person has as many open requests about their data as they may. */
    DATA_REQUESTS_FULL,
    /** The request was decided already, for good. */
    DATA_REQUEST_DECIDED,
    /** An authentic pass code whose time is over, or whose card was revoked. */
    PASS_CODE_EXPIRED,
    /** A device's clock is further ahead than any should be. */
    DEVICE_TIME_AHEAD,
    /** A device kept a scan for longer than it may. */
    DEVICE_TIME_TOO_OLD,
    /** Forged, or of a poster that does not exist. */
    UNKNOWN_CODE,
    /** The task of the blind-spot ledger was closed before. */
    BLIND_SPOT_CLOSED,
    /** Nothing is to be put right there, or the venue said that it is. */
    INSPECTION_NOT_OPEN,
    /** The venue did not say yet that it is right, or a supervisor settled it already. */
    INSPECTION_NOT_DONE,
    /** There are no premises from which a plan could be drawn. */
    NOTHING_TO_INSPECT,
    /** The inspection has as many photos as it may. */
    PHOTOS_FULL,
    /** No picture, or none that can be read safely. */
    UNREADABLE_PHOTO,
    /** This installation has no place for photos. */
    PHOTOS_NOT_KEPT,
    /** The surveyed place is another venue already. */
    PLACE_LINKED,
    /** The venue is another surveyed place already. */
    VENUE_LINKED,
    /** The case is over: nothing of it is changed, and nobody's data is looked at for it. */
    CASE_CLOSED,
    /** The case is the work of others. */
    NOT_ON_TEAM,
    /** Only the owner of the case does that; somebody above can hand it over. */
    NOT_THE_OWNER,
    /** The case has as many statements as it may. */
    STATEMENTS_FULL,
    /** The case is an exercise, and of that nothing comes for anybody. */
    ONLY_A_DRILL,
    /** There is no approved venue at which somebody could have been. */
    NOTHING_TO_TRACE,
    /** Nobody approves what they proposed, nor judges an appeal against what they signed. */
    OWN_CONTROL_ORDER,
    /** Only whoever proposed an order takes it back. */
    FOREIGN_CONTROL_ORDER,
    /** The order does not wait for approval: it is decided, or nobody approved it in time. */
    CONTROL_ORDER_NOT_PROPOSED,
    /** The order holds nobody: not yet, or no more. */
    CONTROL_ORDER_NOT_ACTIVE,
    /** A control order holds on the venue or its parent: nothing is taken out of it. */
    VENUE_LOCKED,
    /** Another appeal against the order waits for its answer. */
    APPEAL_OPEN,
    /** The appeal was answered already, for good. */
    APPEAL_DECIDED,
    /** Somebody else changed the same thing at the same time. */
    CHANGED_MEANWHILE
  }

  /** The manager's appointment works later. */
  record ManagerNotActive(Instant activeFrom) implements Denial {}

  /**
   * The same again is allowed later.
   *
   * @param retryAfter how long to wait
   */
  record TooManyRequests(Duration retryAfter) implements Denial {}
}
