package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Stay.Source.LAST_SEEN;
import static cn.venuepass.domain.visit.Stay.Source.MAXIMUM_STAY;
import static cn.venuepass.domain.visit.Stay.Source.NEXT_ENTRY;
import static cn.venuepass.domain.visit.Stay.Source.OBSERVED;
import static cn.venuepass.domain.visit.Stay.Source.TYPICAL_STAY;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Stay.Afterwards;
import cn.venuepass.domain.visit.Stay.Bound;
import cn.venuepass.domain.visit.Stay.Source;
import cn.venuepass.domain.visit.Stay.Span;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** "Stays, inferred when read" of the domain document: typically 2 h, at most 24 h. */
class StayTest {
  private static final StayRules RULES = new StayRules(ofHours(2), ofHours(24), ofHours(4));
  private static final Instant ENTRY = Instant.parse("2026-03-02T01:00:00Z");
  private static final Optional<Instant> NOT_SEEN = Optional.empty();
  private static final Optional<Instant> NOWHERE_ELSE = Optional.empty();

  @Test
  void bothEndsShouldBeObservedWhenBothWere() {
    Stay stay = Stay.of(visit(at(0), at(3), at(1)), before(at(2)), RULES);
    assertThat(stay).isEqualTo(new Stay(observed(0), observed(3)));
    assertThat(stay.source()).isEqualTo(OBSERVED);
  }

  @Test
  void theEntryShouldBeInferredFromTheExit() {
    Stay stay = Stay.of(visit(NOT_SEEN, at(30), NOT_SEEN), Afterwards.UNKNOWN, RULES);
    assertThat(stay.exit()).isEqualTo(observed(30));
    assertThat(stay.entry())
        .isEqualTo(
            new Span(bound(30 - 24, MAXIMUM_STAY), bound(28, TYPICAL_STAY), bound(30, OBSERVED)));
    assertThat(stay.source()).isEqualTo(TYPICAL_STAY);
  }

  @Test
  void theExitShouldBeTypicalWhenNothingElseIsKnown() {
    Stay stay = Stay.of(visit(at(0), NOT_SEEN, NOT_SEEN), Afterwards.UNKNOWN, RULES);
    assertThat(stay.entry()).isEqualTo(observed(0));
    assertThat(stay.exit())
        .isEqualTo(new Span(bound(0, OBSERVED), bound(2, TYPICAL_STAY), bound(24, MAXIMUM_STAY)));
    assertThat(stay.source()).isEqualTo(TYPICAL_STAY);
  }

  @Test
  void theExitShouldBeBeforeTheNextEntryElsewhere() {
    assertThat(exitOf(NOT_SEEN, at(1)))
        .isEqualTo(new Span(bound(0, OBSERVED), bound(1, NEXT_ENTRY), bound(1, NEXT_ENTRY)));
  }

  @Test
  void theExitShouldBeTypicalWhenTheNextEntryElsewhereIsLater() {
    assertThat(exitOf(NOT_SEEN, at(5)))
        .isEqualTo(new Span(bound(0, OBSERVED), bound(2, TYPICAL_STAY), bound(5, NEXT_ENTRY)));
  }

  @Test
  void theExitShouldBeTypicalWhenTheNextEntryElsewhereIsAtThatVeryTime() {
    assertThat(exitOf(NOT_SEEN, at(2)).likely()).isEqualTo(bound(2, TYPICAL_STAY));
  }

  @Test
  void theExitShouldNotWaitForANextEntryBeyondTheMaximumStay() {
    assertThat(exitOf(NOT_SEEN, at(24)).latest()).isEqualTo(bound(24, MAXIMUM_STAY));
    assertThat(exitOf(NOT_SEEN, at(25)).latest()).isEqualTo(bound(24, MAXIMUM_STAY));
    Instant justBefore = hour(24).minus(ofMillis(1));
    assertThat(exitOf(NOT_SEEN, Optional.of(justBefore)).latest())
        .isEqualTo(new Bound(justBefore, NEXT_ENTRY));
  }

  @Test
  void theExitShouldNotBeBeforeTheLastSighting() {
    assertThat(exitOf(at(1), NOWHERE_ELSE))
        .isEqualTo(new Span(bound(1, LAST_SEEN), bound(2, TYPICAL_STAY), bound(24, MAXIMUM_STAY)));
    assertThat(exitOf(at(3), NOWHERE_ELSE))
        .isEqualTo(new Span(bound(3, LAST_SEEN), bound(3, LAST_SEEN), bound(24, MAXIMUM_STAY)));
  }

  @Test
  void theExitShouldLieBetweenTheLastSightingAndTheNextEntryElsewhere() {
    assertThat(exitOf(at(3), at(4)))
        .isEqualTo(new Span(bound(3, LAST_SEEN), bound(3, LAST_SEEN), bound(4, NEXT_ENTRY)));
  }

  @Test
  void theExitShouldNotBeBeforeASightingPastTheMaximumStay() {
    assertThat(exitOf(at(26), NOWHERE_ELSE))
        .isEqualTo(new Span(bound(26, LAST_SEEN), bound(26, LAST_SEEN), bound(26, LAST_SEEN)));
  }

  @Test
  void theSourceShouldTellWhatTheLikelyExitRestsOn() {
    assertThat(Stay.of(visit(at(0), NOT_SEEN, NOT_SEEN), before(at(1)), RULES).source())
        .isEqualTo(NEXT_ENTRY);
    assertThat(Stay.of(visit(at(0), NOT_SEEN, at(3)), Afterwards.UNKNOWN, RULES).source())
        .isEqualTo(LAST_SEEN);
  }

  private static Span exitOf(Optional<Instant> lastSeen, Optional<Instant> nextEntry) {
    return Stay.of(visit(at(0), Optional.empty(), lastSeen), before(nextEntry), RULES).exit();
  }

  private static Afterwards before(Optional<Instant> nextEntry) {
    return new Afterwards(nextEntry, Optional.empty(), Optional.empty());
  }

  private static Visit visit(
      Optional<Instant> entry, Optional<Instant> exit, Optional<Instant> lastSeen) {
    return new Visit(
        new VisitId(new UUID(1, 1)),
        new VenueId(new UUID(2, 2)),
        new PersonId(new UUID(3, 3)),
        entry.map(StayTest::seen),
        exit.map(StayTest::seen),
        lastSeen);
  }

  private static Observation seen(Instant at) {
    return new Observation(at, ScanMethod.POSTER);
  }

  private static Instant hour(int hours) {
    return ENTRY.plus(ofHours(hours));
  }

  private static Optional<Instant> at(int hours) {
    return Optional.of(hour(hours));
  }

  private static Bound bound(int hours, Source source) {
    return new Bound(hour(hours), source);
  }

  private static Span observed(int hours) {
    return new Span(bound(hours, OBSERVED), bound(hours, OBSERVED), bound(hours, OBSERVED));
  }
}
