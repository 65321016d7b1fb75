package cn.venuepass.rest.cases;

import cn.venuepass.application.cases.ViewContacts.Named;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.Overlap;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact with a name, and where the case was met. */
record ContactResponse(
    UUID personRef,
    String name,
    @Nullable String phone,
    int ring,
    ContactGrade grade,
    List<OverlapResponse> overlaps,
    int totalMinutes,
    boolean staff,
    int risk) {
  static ContactResponse of(Named named) {
    Contact contact = named.contact();
    return new ContactResponse(
        contact.person().value(),
        named.person().name(),
        named.person().phone().map(PhoneNumber::national).orElse(null),
        contact.ring(),
        contact.grade(),
        contact.overlaps().stream()
            .map(overlap -> OverlapResponse.of(overlap, contact.ring()))
            .toList(),
        contact.totalMinutes(),
        contact.staff(),
        contact.risk());
  }

  @Override
  public String toString() {
    return "ContactResponse[***]";
  }

  /**
   * Two people at one place at the same time.
   *
   * @param via the contact of the first ring; absent in the first ring
   */
  record OverlapResponse(
      VenueResponse venue,
      Instant from,
      Instant to,
      int minutes,
      ContactGrade grade,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID via,
      boolean nearby,
      boolean staff) {
    static OverlapResponse of(Overlap overlap, int ring) {
      PersonId via = overlap.via();
      return new OverlapResponse(
          new VenueResponse(overlap.venue().value(), overlap.venueName().text()),
          overlap.from(),
          overlap.to(),
          overlap.minutes(),
          overlap.grade(),
          ring == 1 ? null : via.value(),
          overlap.nearby(),
          overlap.staff());
    }
  }

  record VenueResponse(UUID id, String name) {}
}
