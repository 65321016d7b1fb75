package cn.venuepass.domain.venue;

import java.time.Instant;
import java.util.Optional;

/** Where a venue's application stands. */
public sealed interface VenueState {
  VenueStatus status();

  /** When it came to this state, unless it still waits. */
  Optional<Instant> decidedAt();

  /** 审核中: waits for the community's reviewer. */
  record Pending() implements VenueState {
    @Override
    public VenueStatus status() {
      return VenueStatus.PENDING;
    }

    @Override
    public Optional<Instant> decidedAt() {
      return Optional.empty();
    }
  }

  /** 已通过. */
  record Approved(Instant at) implements VenueState {
    @Override
    public VenueStatus status() {
      return VenueStatus.APPROVED;
    }

    @Override
    public Optional<Instant> decidedAt() {
      return Optional.of(at);
    }
  }

  /** 未通过: can be corrected and sent again. */
  record Rejected(Instant at, RejectionReason reason) implements VenueState {
    @Override
    public VenueStatus status() {
      return VenueStatus.REJECTED;
    }

    @Override
    public Optional<Instant> decidedAt() {
      return Optional.of(at);
    }
  }

  /**
   * Gone for everybody; its posters are dead, its visits stay until retention ends.
   *
   * @param wasApproved whether anybody may have been let in there before
   */
  record Removed(Instant at, boolean wasApproved) implements VenueState {
    @Override
    public VenueStatus status() {
      return VenueStatus.REMOVED;
    }

    @Override
    public Optional<Instant> decidedAt() {
      return Optional.of(at);
    }
  }
}
