package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Days;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.posterlife.PosterDays;
import cn.venuepass.application.posterlife.SilentPoster;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.posterlife.PosterDay;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link PosterDays}. */
public interface PosterCountsContract extends StoreContract {

  default long countsSeed() {
    return new Random().nextLong();
  }

  /** Every answer that opened or closed a stay is one scan, however often the days are counted. */
  @Test
  default void randomScansShouldBeCountedAsByTheModel() {
    long seed = countsSeed();
    var random = new Random(seed);
    List<Gate> gates = gates();
    List<PersonId> people = Stream.generate(() -> fixtures().aPerson().id()).limit(4).toList();
    Map<PosterId, List<Instant>> model = new HashMap<>();
    Instant begin = clock().instant();
    for (int i = 0; i < 150; i++) {
      clock().advance(Duration.ofMinutes(random.nextInt(60)));
      Gate gate = gates.get(random.nextInt(gates.size()));
      Poster poster = random.nextInt(3) > 0 ? gate.in() : gate.out();
      ScanRecord told = fixtures().scan(poster, people.get(random.nextInt(people.size())));
      if (isPassage(told.outcome())) {
        model.computeIfAbsent(poster.id(), unknown -> new ArrayList<>()).add(told.at());
      }
      if (i % 50 == 0) {
        recount(Days.of(begin), Days.of(clock().instant()));
      }
    }
    recount(Days.of(begin), Days.of(clock().instant()));
    recount(Days.of(begin), Days.of(clock().instant()));
    for (Gate gate : gates) {
      for (Poster poster : List.of(gate.in(), gate.out())) {
        List<Instant> times = model.getOrDefault(poster.id(), List.of());
        assertThat(days().daysOf(poster.id(), Days.of(begin)))
            .as("seed %s", seed)
            .isEqualTo(counted(poster.id(), times));
        assertThat(days().lastScanOf(poster.id()))
            .as("seed %s", seed)
            .isEqualTo(times.stream().max(Instant::compareTo));
      }
    }
  }

  @Test
  default void ofManyWhoCountAtOnceEachShouldCountTheSame() {
    Poster poster = fixtures().aPoster(fixtures().aVenue().add().id(), Direction.IN);
    fixtures().scan(poster, fixtures().aPerson().id());
    fixtures().scan(poster, fixtures().aPerson().id());
    LocalDate today = Days.of(clock().instant());
    List<Integer> seen =
        AtOnce.run(
            6,
            i ->
                stores()
                    .transactions()
                    .run(
                        () -> {
                          Instant unused = days().lockCountedUntil();
                          days().recount(today);
                          return days().daysOf(poster.id(), today).get(0).scans();
                        }));
    assertThat(seen).containsOnly(2);
    assertThat(days().daysOf(poster.id(), today)).hasSize(1);
  }

  @Test
  default void whoIsInsideAlreadyShouldNotCount() {
    Poster poster = fixtures().aPoster(fixtures().aVenue().add().id(), Direction.IN);
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(poster, person);
    clock().advance(Duration.ofMinutes(1));
    fixtures().scan(poster, person);
    recount(Days.of(clock().instant()), Days.of(clock().instant()));
    assertThat(days().daysOf(poster.id(), Days.of(clock().instant())))
        .extracting(PosterDay::scans)
        .containsExactly(1);
  }

  @Test
  default void aDayShouldBeginAtMidnightInChina() {
    Poster poster = fixtures().aPoster(fixtures().aVenue().add().id(), Direction.IN);
    LocalDate tomorrow = Days.of(clock().instant()).plusDays(1);
    clock().advance(Duration.between(clock().instant(), Days.begin(tomorrow)).minusMillis(1));
    fixtures().scan(poster, fixtures().aPerson().id());
    clock().advance(Duration.ofMillis(1));
    fixtures().scan(poster, fixtures().aPerson().id());
    recount(tomorrow.minusDays(1), tomorrow);
    assertThat(days().daysOf(poster.id(), tomorrow.minusDays(1)))
        .extracting(PosterDay::day)
        .containsExactly(tomorrow.minusDays(1), tomorrow);
    assertThat(days().daysOf(poster.id(), tomorrow)).hasSize(1);
  }

  @Test
  default void itShouldBeKnownUntilWhenItWasCounted() {
    Instant later = days().lockCountedUntil().plusSeconds(1);
    days().setCountedUntil(later);
    assertThat(stores().transactions().run(() -> days().lockCountedUntil())).isEqualTo(later);
  }

  @Test
  default void aPosterShouldBeSilentUntilItIsScanned() {
    DivisionCode community = fixtures().aCommunity();
    Gate gate = fixtures().aVenue().in(community).addWithGate();
    assertThat(silent(community, Narrowing.NONE)).isEmpty();
    clock().advance(Duration.ofDays(7));
    assertThat(silent(community, Narrowing.NONE)).isEmpty();
    clock().advance(Duration.ofMillis(1));
    assertThat(silent(community, Narrowing.NONE)).containsExactlyInAnyOrder(gate.in(), gate.out());
    fixtures().scan(gate.in(), fixtures().aPerson().id());
    recount(Days.of(clock().instant()), Days.of(clock().instant()));
    assertThat(silent(community, Narrowing.NONE)).containsExactly(gate.out());
    Instant last = clock().instant();
    clock().advance(Duration.ofDays(7));
    assertThat(silent(community, Narrowing.NONE)).containsExactly(gate.out());
    clock().advance(Duration.ofMillis(1));
    assertThat(silentPosters(Jurisdiction.of(community), Narrowing.NONE))
        .filteredOn(found -> found.poster().equals(gate.in()))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.lastScanAt()).contains(last);
              assertThat(found.venueName()).isEqualTo(gate.venue().details().name());
              assertThat(found.community()).isEqualTo(community);
            });
  }

  @Test
  default void revokedPostersAndVenuesUnderReviewShouldNotBeSilent() {
    DivisionCode community = fixtures().aCommunity();
    fixtures().aVenue().in(community).underReview().addWithGate();
    Gate gate = fixtures().aVenue().in(community).addWithGate();
    Instant end = clock().instant().plus(Duration.ofDays(9));
    stores().posters().revoke(gate.venue().id(), gate.in().id(), clock().instant());
    stores().posters().revoke(gate.venue().id(), gate.out().id(), end);
    clock().advance(Duration.ofDays(8));
    assertThat(silent(community, Narrowing.NONE))
        .extracting(Poster::id)
        .containsExactly(gate.out().id());
  }

  @Test
  default void silentPostersShouldBeSeenFromTheirJurisdictionsOnly() {
    DivisionCode community = fixtures().aCommunity();
    DivisionCode foreign = fixtures().aCommunity();
    Venue venue = fixtures().aVenue().in(community).add();
    Poster poster = fixtures().aPoster(venue.id(), Direction.IN);
    var type = venue.details().type();
    clock().advance(Duration.ofDays(8));
    var department = new Jurisdiction.OfVenueTypes(Set.of(type));
    DivisionCode territory = stores().divisions().find(community).orElseThrow().parent().get();
    assertThat(silent(foreign, Narrowing.NONE)).isEmpty();
    assertThat(silent(territory, Narrowing.NONE)).containsExactly(poster);
    assertThat(silent(department, Narrowing.NONE)).containsExactly(poster);
    var here = new Narrowing(Optional.of(community), Optional.of(type));
    assertThat(silent(territory, here)).containsExactly(poster);
    assertThat(silent(foreign, here)).isEmpty();
    var there = new Narrowing(Optional.of(foreign), Optional.empty());
    assertThat(silent(territory, there)).isEmpty();
    assertThat(silent(department, there)).isEmpty();
    var other = fixtures().aVenueType(StayRules.DEFAULT).code();
    assertThat(silent(territory, new Narrowing(Optional.empty(), Optional.of(other)))).isEmpty();
  }

  @Test
  default void silentPostersShouldComeInPages() {
    DivisionCode community = fixtures().aCommunity();
    Venue venue = fixtures().aVenue().in(community).add();
    List<Poster> issued = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      issued.add(fixtures().aPoster(venue.id(), Direction.IN));
      clock().advance(Duration.ofMinutes(1));
    }
    clock().advance(Duration.ofDays(8));
    Instant now = clock().instant();
    var own = Jurisdiction.of(community);
    var first = days().listSilent(own, Narrowing.NONE, now, now, PageRequest.first(2));
    var rest = days().listSilent(own, Narrowing.NONE, now, now, new PageRequest(2, first.next()));
    assertThat(Stream.of(first, rest).flatMap(page -> page.items().stream()))
        .extracting(SilentPoster::poster)
        .isEqualTo(issued);
    assertThat(rest.next()).isEmpty();
  }

  private List<Gate> gates() {
    return List.of(
        fixtures().aVenue().addWithGate(), fixtures().aVenue().trackingExits().addWithGate());
  }

  private static boolean isPassage(ScanOutcome outcome) {
    return outcome instanceof ScanOutcome.Entered
        || outcome instanceof ScanOutcome.Left
        || outcome instanceof ScanOutcome.LeftWithoutEntry;
  }

  private static List<PosterDay> counted(PosterId poster, List<Instant> times) {
    Map<LocalDate, List<Instant>> byDay =
        times.stream().collect(Collectors.groupingBy(Days::of, TreeMap::new, Collectors.toList()));
    return byDay.entrySet().stream()
        .map(
            day ->
                new PosterDay(
                    poster,
                    day.getKey(),
                    day.getValue().size(),
                    busiest(day.getValue()),
                    day.getValue().stream().max(Instant::compareTo).orElseThrow()))
        .toList();
  }

  private static int busiest(List<Instant> times) {
    Map<Instant, Integer> hours = new HashMap<>();
    times.forEach(at -> hours.merge(at.truncatedTo(ChronoUnit.HOURS), 1, Integer::sum));
    return hours.values().stream().max(Integer::compareTo).orElseThrow();
  }

  private void recount(LocalDate first, LocalDate last) {
    first.datesUntil(last.plusDays(1)).forEach(days()::recount);
  }

  private List<Poster> silent(DivisionCode division, Narrowing narrowing) {
    return silent(Jurisdiction.of(division), narrowing);
  }

  private List<Poster> silent(Jurisdiction jurisdiction, Narrowing narrowing) {
    return silentPosters(jurisdiction, narrowing).stream().map(SilentPoster::poster).toList();
  }

  private List<SilentPoster> silentPosters(Jurisdiction jurisdiction, Narrowing narrowing) {
    Instant now = clock().instant();
    return days()
        .listSilent(jurisdiction, narrowing, now.minus(Duration.ofDays(7)), now, all())
        .items();
  }

  private static PageRequest all() {
    return PageRequest.first(50);
  }

  private PosterDays days() {
    return stores().posterDays();
  }
}
