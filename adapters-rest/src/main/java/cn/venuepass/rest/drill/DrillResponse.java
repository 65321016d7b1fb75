package cn.venuepass.rest.drill;

import cn.venuepass.application.drill.HoldDrills.Timed;
import cn.venuepass.domain.drill.DrillClock.Leg;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A drill with its clock. */
record DrillResponse(
    boolean drill,
    UUID caseId,
    String name,
    String communityCode,
    String seed,
    Instant openedAt,
    @Nullable Instant listedAt,
    @Nullable Instant firstReachedAt,
    @Nullable Instant allReachedAt,
    @Nullable Instant endedAt,
    int contacts,
    int reached,
    LegsResponse minutes) {

  static DrillResponse of(Timed timed) {
    var held = timed.drill();
    var clock = timed.clock();
    Map<Leg, Long> minutes =
        Stream.of(Leg.values())
            .filter(leg -> clock.minutes(leg).isPresent())
            .collect(Collectors.toMap(leg -> leg, leg -> clock.minutes(leg).orElseThrow()));
    return new DrillResponse(
        true,
        held.of().value(),
        held.name(),
        held.community().text(),
        held.seed(),
        clock.openedAt(),
        clock.listedAt().orElse(null),
        clock.firstReachedAt().orElse(null),
        clock.allReachedAt().orElse(null),
        clock.endedAt().orElse(null),
        clock.contacts(),
        clock.reached(),
        LegsResponse.of(minutes));
  }

  @Override
  public String toString() {
    return "DrillResponse[***]";
  }
}
