package cn.venuepass.benchmarks.city;

import cn.venuepass.domain.visit.ScanOutcome;
import java.util.UUID;

/**
 * The latest passage of a resident at a place. Times as in {@link CityVisit}.
 *
 * @param since the entry of the visit, if it is known
 */
record CityPresence(
    CityVisit visit,
    boolean inside,
    long since,
    long lastSeen,
    long lastLeft,
    UUID scan,
    ScanOutcome.Kind outcome) {}
