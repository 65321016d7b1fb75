package cn.venuepass.rest.access;

import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A staff account: for a division, or for the venue types of an industry department. */
record StaffResponse(
    UUID id,
    String username,
    List<Role> roles,
    @Nullable String divisionCode,
    @Nullable List<String> venueTypes,
    boolean enabled,
    boolean temporaryPassword,
    boolean secondFactor,
    Instant addedAt) {

  static StaffResponse of(StaffAccount account) {
    return new StaffResponse(
        account.id().value(),
        account.username().text(),
        account.roles().stream().sorted().toList(),
        account.jurisdiction() instanceof Jurisdiction.OfDivision of ? of.division().text() : null,
        account.jurisdiction() instanceof Jurisdiction.OfVenueTypes of
            ? of.types().stream().map(VenueTypeCode::text).sorted().toList()
            : null,
        account.enabled(),
        account.temporaryPassword(),
        account.secondFactor(),
        account.addedAt());
  }
}
