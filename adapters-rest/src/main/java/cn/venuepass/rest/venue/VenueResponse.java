package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.MyVenue;
import cn.venuepass.application.venue.VenueRole;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueState;
import cn.venuepass.domain.venue.VenueStatus;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A venue as its applicant and its reviewers see it; managers see the contact masked. */
record VenueResponse(
    UUID id,
    String name,
    String type,
    String contactName,
    String contactPhone,
    String communityCode,
    String address,
    @Nullable UUID parentVenueId,
    boolean parentAgreed,
    boolean tracksExits,
    @Nullable Integer capacity,
    @Nullable String socialCreditCode,
    VenueStatus status,
    @Nullable String rejectionReason,
    Instant appliedAt,
    @Nullable Instant decidedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MyRole myRole) {

  /** What the caller is to the venue. */
  enum MyRole {
    APPLICANT,
    MANAGER
  }

  static VenueResponse of(Venue venue) {
    VenueDetails details = venue.details();
    return of(venue, details.contactName().text(), details.contactPhone().national(), null);
  }

  static VenueResponse of(MyVenue mine) {
    VenueDetails details = mine.venue().details();
    if (mine.role() instanceof VenueRole.Manager) {
      String maskedPhone = details.contactPhone().masked();
      return of(mine.venue(), details.contactName().masked(), maskedPhone, MyRole.MANAGER);
    }
    String phone = details.contactPhone().national();
    return of(
        mine.venue(),
        details.contactName().text(),
        phone,
        mine.isApplicant() ? MyRole.APPLICANT : null);
  }

  private static VenueResponse of(
      Venue venue, String contactName, String contactPhone, @Nullable MyRole role) {
    VenueDetails details = venue.details();
    VenueState state = venue.state();
    boolean rejected = state instanceof VenueState.Rejected;
    return new VenueResponse(
        venue.id().value(),
        details.name().text(),
        details.type().text(),
        contactName,
        contactPhone,
        details.community().text(),
        details.address().text(),
        details.parent().map(VenueId::value).orElse(null),
        venue.parent().isPresent(),
        details.tracksExits(),
        details.capacity().map(Capacity::people).orElse(null),
        details.socialCreditCode().map(SocialCreditCode::text).orElse(null),
        state.status(),
        rejected ? ((VenueState.Rejected) state).reason().text() : null,
        venue.appliedAt(),
        state.decidedAt().orElse(null),
        role);
  }
}
