package cn.venuepass.domain.venue;

import java.time.Instant;

/** Where a venue's application stands. */
public sealed interface VenueState {
  VenueStatus status();

  /** 审核中: waits for the community's reviewer. */
  record Pending() implements VenueState {
    @Override
    public VenueStatus status() {
      return VenueStatus.PENDING;
    }
  }

  /** 已通过. */
  record Approved(Instant at) implements VenueState {
    @Override
    public VenueStatus status() {
      return VenueStatus.APPROVED;
    }
  }

  /** 未通过: can be corrected and sent again. */
  record Rejected(Instant at, RejectionReason reason) implements VenueState {
    @Override
    public VenueStatus status() {
      return VenueStatus.REJECTED;
    }
  }

  /** Gone for everybody; its posters are dead, its visits stay until retention ends. */
  record Removed(Instant at) implements VenueState {
    @Override
    public VenueStatus status() {
      return VenueStatus.REMOVED;
    }
  }
}
