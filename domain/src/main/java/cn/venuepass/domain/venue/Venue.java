package cn.venuepass.domain.venue;

import static java.time.temporal.ChronoUnit.MILLIS;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.venue.VenueState.Approved;
import cn.venuepass.domain.venue.VenueState.Pending;
import cn.venuepass.domain.venue.VenueState.Rejected;
import cn.venuepass.domain.venue.VenueState.Removed;
import java.time.Instant;
import java.util.Optional;

/**
 * A place that registers who goes in and out. Each step of its life returns the next version, or
 * nothing where the state forbids the step.
 *
 * @param parentAgreed whether the parent that it names wants it for a sub-venue; without that it
 *     stands for itself
 * @param appliedAt when it was sent for review, the last time
 * @param revision grows by one with every step; of two concurrent steps one wins
 */
public record Venue(
    VenueId id,
    AccountId applicant,
    VenueDetails details,
    boolean parentAgreed,
    Instant appliedAt,
    VenueState state,
    int revision) {

  public static Venue applied(VenueId id, AccountId applicant, VenueDetails details, Instant at) {
    return new Venue(id, applicant, details, false, at, new Pending(), 0);
  }

  /**
   * Corrected, and sent (again) for review, later than before whatever the clock says; not once
   * approved.
   */
  public Optional<Venue> corrected(VenueDetails correction, Instant at) {
    return undecidedOrRejected()
        ? Optional.of(
            new Venue(
                id,
                applicant,
                correction,
                parentAgreed && correction.parent().equals(details.parent()),
                later(at),
                new Pending(),
                revision + 1))
        : Optional.empty();
  }

  public Optional<Venue> approved(Instant at) {
    return pending() ? next(new Approved(at)) : Optional.empty();
  }

  public Optional<Venue> rejected(Instant at, RejectionReason reason) {
    return pending() ? next(new Rejected(at, reason)) : Optional.empty();
  }

  /** Taken back by its applicant; not once approved (notice, appendix, part 1, step 5). */
  public Optional<Venue> withdrawn(Instant at) {
    return undecidedOrRejected() ? next(new Removed(at, false)) : Optional.empty();
  }

  /** Removed by the community's reviewer, in any state. */
  public Optional<Venue> removed(Instant at) {
    return state instanceof Removed ? Optional.empty() : next(new Removed(at, isApproved()));
  }

  /** The same, where the parent that it names is its applicant's own and so agrees at once. */
  public Venue withOwnParent() {
    return new Venue(id, applicant, details, true, appliedAt, state, revision);
  }

  /** A sub-venue from now on, as its parent wants. */
  public Venue agreedByParent() {
    return new Venue(id, applicant, details, true, appliedAt, state, revision + 1);
  }

  /** Without the parent that it named, as that one wants. */
  public Venue withoutParent() {
    return new Venue(id, applicant, details.withoutParent(), false, appliedAt, state, revision + 1);
  }

  /** The venue that this is a part of. */
  public Optional<VenueId> parent() {
    return parentAgreed ? details.parent() : Optional.empty();
  }

  /** Whether other venues may become its parts: families have two floors. */
  public boolean mayBeParent() {
    return isApproved() && details.parent().isEmpty();
  }

  /** Whether it still is what was sent for review then, to the millisecond. */
  public boolean isAsApplied(Instant seen) {
    return appliedAt.truncatedTo(MILLIS).equals(seen.truncatedTo(MILLIS));
  }

  public boolean isApproved() {
    return state instanceof Approved;
  }

  /** Whether it is approved, or was when it was removed. */
  public boolean wasEverApproved() {
    return isApproved() || (state instanceof Removed removed && removed.wasApproved());
  }

  private Instant later(Instant at) {
    return isAsApplied(at) || at.isBefore(appliedAt) ? appliedAt.plusMillis(1) : at;
  }

  private boolean pending() {
    return state instanceof Pending;
  }

  private boolean undecidedOrRejected() {
    return pending() || state instanceof Rejected;
  }

  private Optional<Venue> next(VenueState state) {
    return Optional.of(
        new Venue(id, applicant, details, parentAgreed, appliedAt, state, revision + 1));
  }
}
