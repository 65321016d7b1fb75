package cn.venuepass.application.gate;

import cn.venuepass.application.Result;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.gate.NoPhoneParity;
import cn.venuepass.domain.gate.Registrations;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanMethod;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

final class ParityService implements ViewNoPhoneParity {
  private final VenueRights rights;
  private final EntryCounts entries;
  private final TurnedAwayRepository notes;

  ParityService(VenueRights rights, EntryCounts entries, TurnedAwayRepository notes) {
    this.rights = rights;
    this.entries = entries;
    this.notes = notes;
  }

  @Override
  public Result<NoPhoneParity> view(Caller caller, VenueId id, Instant from, Instant to) {
    return rights.asManagerOrOverseer(caller, id).map(venue -> parity(venue, from, to));
  }

  private NoPhoneParity parity(Venue venue, Instant from, Instant to) {
    List<Map<ScanMethod, Long>> days = List.copyOf(entries.byDay(venue.id(), from, to).values());
    Map<ScanMethod, Long> sum = new EnumMap<>(ScanMethod.class);
    days.forEach(day -> day.forEach((method, count) -> sum.merge(method, count, Long::sum)));
    return new NoPhoneParity(
        Registrations.of(sum),
        Registrations.of(entries.inCommunity(venue.details().community(), from, to)),
        notes.count(venue.id(), from, to),
        days.size(),
        (int) days.stream().filter(day -> Registrations.of(day).noPhone() == 0).count());
  }
}
