package cn.venuepass.domain.venue;

/** The name of a {@link VenueState}, to store and to ask for. */
public enum VenueStatus {
  PENDING,
  APPROVED,
  REJECTED,
  REMOVED
}
