package cn.venuepass.benchmarks.city;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.Scan.TimeSource;
import cn.venuepass.domain.visit.ScanMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A scan at a door.
 *
 * @param at in milliseconds since 1970
 */
record Passing(Place place, Direction direction, long at, Evidence evidence, UUID scan) {
  private static final double ENTRY_MISSED = 0.025;
  private static final double SCANNED_AGAIN = 0.04;
  private static final double EXIT_FORGOTTEN = 0.15;
  private static final double EXIT_FORGOTTEN_WITHOUT_PHONE = 0.25;
  private static final double MARKED_AS_LEFT = 0.01;
  private static final double PASS_CODE = 0.02;
  private static final double OFFLINE = 0.05;
  private static final long LONG_STAY = 600_000;

  /** All scans of somebody's trips before that time, in order. */
  static List<Passing> of(
      Resident resident, Optional<Resident> guardian, List<Trip> trips, long end) {
    List<Passing> all = new ArrayList<>(trips.size() * 2);
    for (Trip trip : trips) {
      add(all, resident, guardian, trip);
    }
    all.removeIf(passing -> passing.at() >= end);
    all.sort(Comparator.comparingLong(Passing::at));
    return all;
  }

  private static void add(
      List<Passing> all, Resident resident, Optional<Resident> guardian, Trip trip) {
    var luck = new Dice(trip.luck());
    Place place = trip.place();
    Evidence evidence = evidence(resident, guardian, trip, luck);
    if (!luck.chance(ENTRY_MISSED)) {
      all.add(
          new Passing(place, Direction.IN, trip.arrived(), evidence, luck.uuid(trip.arrived())));
    }
    long again = luck.between(trip.arrived() + 1, trip.left());
    UUID second = luck.uuid(again);
    if (luck.chance(SCANNED_AGAIN) && trip.left() - trip.arrived() > LONG_STAY) {
      all.add(new Passing(place, Direction.IN, again, evidence, second));
    }
    boolean easy = trip.companion() || resident.account();
    boolean forgotten = luck.chance(easy ? EXIT_FORGOTTEN : EXIT_FORGOTTEN_WITHOUT_PHONE);
    UUID last = luck.uuid(trip.left());
    if (place.tracksExits() && !forgotten) {
      all.add(new Passing(place, Direction.OUT, trip.left(), evidence, last));
    } else if (luck.chance(MARKED_AS_LEFT)) {
      var marked = new Evidence(ScanMethod.MARKED_LEFT, TimeSource.SERVER, place.manager());
      all.add(new Passing(place, Direction.OUT, trip.left(), marked, last));
    }
  }

  private static Evidence evidence(
      Resident resident, Optional<Resident> guardian, Trip trip, Dice luck) {
    boolean shown = luck.chance(PASS_CODE);
    TimeSource clock = luck.chance(OFFLINE) ? TimeSource.DEVICE : TimeSource.SERVER;
    int manager = trip.place().manager();
    if (trip.companion()) {
      return new Evidence(
          ScanMethod.COMPANION, TimeSource.SERVER, guardian.map(Resident::number).orElseThrow());
    } else if (!resident.account()) {
      return new Evidence(
          resident.paperPass() ? ScanMethod.PAPER_PASS : ScanMethod.ID_NUMBER, clock, manager);
    }
    return shown
        ? new Evidence(ScanMethod.PASS_CODE, clock, manager)
        : new Evidence(ScanMethod.POSTER, TimeSource.SERVER, Evidence.NOBODY);
  }
}
