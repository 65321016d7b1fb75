package cn.venuepass.application.drill;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.venuepass.application.drill.HoldDrills.Pace;
import cn.venuepass.application.drill.HoldDrills.Timed;
import cn.venuepass.domain.drill.DrillClock.Leg;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares drills of communities. */
final class Paces {
  private Paces() {}

  /** By community; the drills come the latest first. */
  static List<Pace> of(List<Timed> drills) {
    return drills.stream()
        .collect(groupingBy(timed -> timed.drill().community(), toList()))
        .entrySet()
        .stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().text()))
        .map(entry -> pace(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Pace pace(DivisionCode community, List<Timed> drills) {
    Map<Leg, Long> latest = new EnumMap<>(Leg.class);
    Map<Leg, Long> median = new EnumMap<>(Leg.class);
    Map<Leg, Long> trend = new EnumMap<>(Leg.class);
    for (Leg leg : Leg.values()) {
      List<Long> minutes =
          drills.stream()
              .map(timed -> timed.clock().minutes(leg))
              .flatMap(Optional::stream)
              .toList();
      if (!minutes.isEmpty()) {
        latest.put(leg, minutes.get(0));
        median.put(leg, median(minutes));
      }
      if (minutes.size() > 1) {
        trend.put(leg, minutes.get(0) - minutes.get(1));
      }
    }
    return new Pace(community, drills.size(), latest, median, trend);
  }

  /** Of an even number the mean of both in the middle, rounded down. */
  private static long median(List<Long> minutes) {
    List<Long> sorted = minutes.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
