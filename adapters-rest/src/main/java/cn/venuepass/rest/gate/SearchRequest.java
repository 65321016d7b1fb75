package cn.venuepass.rest.gate;

import cn.venuepass.application.Result;
import cn.venuepass.application.gate.ViewOccupancy;
import cn.venuepass.application.gate.ViewOccupancy.MaskedPerson;
import cn.venuepass.domain.PlainText;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.json.Fields;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what a manager looks for somebody inside: exactly one of the three. */
record SearchRequest(@Nullable String name, @Nullable String idNumber, @Nullable String passCode) {
  private static final int LONGEST_NAME = 50;

  Result<List<MaskedPerson>> search(
      ViewOccupancy occupancy, Caller.Resident caller, VenueId venue, InstantSource clock) {
    var fields = new Fields();
    if (!fields.exactlyOne(List.of("name", "idNumber", "passCode"), name, idNumber, passCode)) {
      fields.verify();
    }
    if (name != null) {
      return occupancy.searchByName(caller, venue, PlainText.checked("name", name, LONGEST_NAME));
    }
    var credential = CredentialFields.read(fields, passCode, idNumber, null, clock);
    fields.verify();
    return occupancy.search(caller, venue, credential.get());
  }

  @Override
  public String toString() {
    return "SearchRequest[***]";
  }
}
