package cn.venuepass.benchmarks.city;

import java.util.List;

/** What the books have of one resident: visits as they were opened, and a presence per place. */
record Chronicle(Resident resident, List<CityVisit> visits, List<CityPresence> presences) {
  Chronicle {
    visits = List.copyOf(visits);
    presences = List.copyOf(presences);
  }
}
