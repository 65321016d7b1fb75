package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.application.Days;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.posterlife.FoundWarning;
import cn.venuepass.application.posterlife.PosterScans;
import cn.venuepass.application.posterlife.PosterWarningRepository;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.application.visit.Sighting;
import cn.venuepass.application.visit.Watched;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.posterlife.BusyHour;
import cn.venuepass.domain.posterlife.DismissalReason;
import cn.venuepass.domain.posterlife.DoubtfulScan;
import cn.venuepass.domain.posterlife.OwnScan;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.posterlife.PosterWarningId;
import cn.venuepass.domain.posterlife.TwoPlaces;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link PosterScans} and {@link PosterWarningRepository}. */
public interface PosterWarningsContract extends StoreContract {
  Duration FIVE_MINUTES = Duration.ofMinutes(5);

  @Test
  default void aBusyHourShouldStandBesideThePostersPast() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    for (int day = 0; day < 3; day++) {
      fixtures().scan(gate.in(), fixtures().aPerson().id());
      stores().posterDays().recount(today());
      clock().advance(Duration.ofDays(1));
    }
    Instant first = clock().instant();
    fixtures().scan(gate.in(), person);
    fixtures().scan(gate.in(), fixtures().aPerson().id());
    clock().advance(Duration.ofMinutes(1));
    fixtures().scan(gate.out(), person);
    clock().advance(Duration.ofMinutes(1));
    fixtures().scan(gate.in(), person);
    stores().posterDays().recount(today());
    assertThat(busyHours(gate.in(), 2, 2))
        .containsExactly(
            new BusyHour(
                gate.in().id(),
                gate.venue().id(),
                first.truncatedTo(ChronoUnit.HOURS),
                3,
                2,
                first,
                clock().instant(),
                new BusyHour.Past(2, 2)));
    assertThat(busyHours(gate.in(), 3, 2)).isEmpty();
    assertThat(busyHours(gate.out(), 0, 2))
        .extracting(BusyHour::past)
        .containsExactly(new BusyHour.Past(0, 0));
    Instant hour = first.truncatedTo(ChronoUnit.HOURS);
    assertThat(
            scans().listOf(gate.venue().id(), gate.in().id(), hour, hour.plus(Duration.ofHours(1))))
        .hasSize(3);
    assertThat(scans().listOf(gate.venue().id(), gate.in().id(), hour, first)).isEmpty();
  }

  @Test
  default void twoEntriesInTwoTerritoriesShouldBeFound() {
    Gate here = fixtures().aVenue().addWithGate();
    Gate there = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    Instant begin = clock().instant();
    fixtures().scan(here.in(), person);
    clock().advance(FIVE_MINUTES);
    fixtures().scan(there.in(), person);
    Instant end = clock().instant().plusMillis(1);
    assertThat(twoPlaces(person, begin, end, FIVE_MINUTES))
        .singleElement()
        .satisfies(
            places -> {
              assertThat(places.first().poster()).isEqualTo(here.in().id());
              assertThat(places.first().passage().at()).isEqualTo(begin);
              assertThat(places.first().territory()).isEqualTo(territory(here.venue()));
              assertThat(places.second().poster()).isEqualTo(there.in().id());
              assertThat(places.second().passage().venue()).isEqualTo(there.venue().id());
              assertThat(places.second().passage().direction()).isEqualTo(Direction.IN);
            });
    Instant second = clock().instant();
    assertThat(twoPlaces(person, second, end, FIVE_MINUTES)).hasSize(1);
    assertThat(twoPlaces(person, begin, second, FIVE_MINUTES)).isEmpty();
    assertThat(twoPlaces(person, begin, end, FIVE_MINUTES.minusSeconds(1))).isEmpty();
  }

  @Test
  default void entriesInOneTerritoryOrByAnExitPosterShouldNotBeFound() {
    DivisionCode community = fixtures().aCommunity();
    var territory = stores().divisions().find(community).orElseThrow().parent();
    DivisionCode next = fixtures().aDivision(Division.Level.COMMUNITY, territory).code();
    PersonId person = fixtures().aPerson().id();
    Instant begin = clock().instant();
    fixtures().scan(fixtures().aVenue().in(community).addWithGate().in(), person);
    fixtures().scan(fixtures().aVenue().in(next).addWithGate().in(), person);
    fixtures().scan(fixtures().aVenue().addWithGate().out(), person);
    assertThat(twoPlaces(person, begin, begin.plusSeconds(1), FIVE_MINUTES)).isEmpty();
  }

  @Test
  default void theSameWarningShouldBeStoredOnce() {
    Poster poster = aPoster();
    PosterWarning first = aWarning(poster, Doubt.Kind.BURST, 40);
    warnings().store(first, List.of());
    PosterWarning grown = aWarning(poster, Doubt.Kind.BURST, 50);
    warnings().store(grown, List.of());
    warnings().store(aWarning(poster, Doubt.Kind.TWO_PLACES, 1), List.of());
    assertThat(warnings().listOf(poster.id()))
        .extracting(PosterWarning::kind, PosterWarning::people)
        .containsExactlyInAnyOrder(tuple(Doubt.Kind.BURST, 50), tuple(Doubt.Kind.TWO_PLACES, 1));
    assertThat(warnings().listOf(poster.id())).extracting(PosterWarning::id).contains(first.id());
  }

  @Test
  default void aDoubtShouldBeReadWithTheVisitUntilItIsDismissed() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(gate.in(), person);
    clock().advance(FIVE_MINUTES);
    fixtures().scan(gate.out(), person);
    assertThat(read(person).doubt()).isEqualTo(Doubt.NONE);
    assertThat(sightings(person)).containsExactly(Direction.IN, Direction.OUT);

    PosterWarning burst = aWarning(gate.in(), Doubt.Kind.BURST, 1);
    PosterWarning places = aWarning(gate.in(), Doubt.Kind.TWO_PLACES, 1);
    warnings().store(burst, scansOf(gate.in()));
    assertThat(read(person).doubt())
        .isEqualTo(new Doubt(Optional.of(Doubt.Kind.BURST), Optional.empty()));
    assertThat(sightings(person)).containsExactly(Direction.OUT);
    warnings().store(places, scansOf(gate.in()));
    warnings().store(places, scansOf(gate.in()));
    warnings().store(aWarning(gate.out(), Doubt.Kind.BURST, 1), scansOf(gate.out()));
    assertThat(read(person).doubt())
        .isEqualTo(new Doubt(Optional.of(Doubt.Kind.TWO_PLACES), Optional.of(Doubt.Kind.BURST)));
    assertThat(sightings(person)).isEmpty();

    assertThat(dismiss(places)).isTrue();
    assertThat(read(person).doubt().entry()).contains(Doubt.Kind.BURST);
    assertThat(dismiss(burst)).isTrue();
    assertThat(read(person).doubt().entry()).isEmpty();
    assertThat(sightings(person)).containsExactly(Direction.IN);
  }

  @Test
  default void aDismissedWarningShouldNotComeBack() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(gate.in(), person);
    PosterWarning warning = aWarning(gate.in(), Doubt.Kind.BURST, 40);
    warnings().store(warning, scansOf(gate.in()));
    assertThat(AtOnce.run(6, i -> dismiss(warning))).containsOnlyOnce(true);
    warnings().store(aWarning(gate.in(), Doubt.Kind.BURST, 60), scansOf(gate.in()));
    assertThat(warnings().listOf(gate.in().id())).isEmpty();
    assertThat(read(person).doubt()).isEqualTo(Doubt.NONE);
    var own = Jurisdiction.of(gate.venue().details().community());
    assertThat(warnings().findWithin(warning.id(), own))
        .get()
        .satisfies(
            found -> {
              assertThat(found.people()).isEqualTo(40);
              assertThat(found.dismissal().map(PosterWarning.Dismissal::reason))
                  .contains(new DismissalReason("开业"));
            });
    assertThat(list(own, Narrowing.NONE, Optional.empty())).isEmpty();
  }

  @Test
  default void warningsShouldBeSeenFromTheirJurisdictionsOnly() {
    Gate gate = fixtures().aVenue().addWithGate();
    PosterWarning warning = aWarning(gate.in(), Doubt.Kind.BURST, 40);
    warnings().store(warning, List.of());
    DivisionCode foreign = fixtures().aCommunity();
    var type = gate.venue().details().type();
    var department = new Jurisdiction.OfVenueTypes(Set.of(type));
    for (var jurisdiction : List.of(Jurisdiction.of(territory(gate.venue())), department)) {
      assertThat(warnings().findWithin(warning.id(), jurisdiction)).contains(warning);
      assertThat(list(jurisdiction, Narrowing.NONE, Optional.empty()))
          .containsExactly(
              new FoundWarning(
                  warning, gate.venue().details().name(), gate.venue().details().community()));
      assertThat(list(jurisdiction, Narrowing.NONE, Optional.of(Doubt.Kind.BURST))).hasSize(1);
      assertThat(list(jurisdiction, Narrowing.NONE, Optional.of(Doubt.Kind.TWO_PLACES))).isEmpty();
      var there = new Narrowing(Optional.of(foreign), Optional.of(type));
      assertThat(list(jurisdiction, there, Optional.empty())).isEmpty();
    }
    var other = Jurisdiction.of(foreign);
    assertThat(warnings().findWithin(warning.id(), other)).isEmpty();
    assertThat(list(other, Narrowing.NONE, Optional.empty())).isEmpty();
  }

  @Test
  default void warningsShouldComeInPages() {
    Gate gate = fixtures().aVenue().addWithGate();
    for (int i = 0; i < 3; i++) {
      warnings().store(aWarning(gate.in(), Doubt.Kind.BURST, i), List.of());
      clock().advance(Duration.ofHours(1));
    }
    var own = Jurisdiction.of(gate.venue().details().community());
    Page<FoundWarning> first =
        warnings().list(own, Narrowing.NONE, Optional.empty(), PageRequest.first(2));
    Page<FoundWarning> rest =
        warnings().list(own, Narrowing.NONE, Optional.empty(), new PageRequest(2, first.next()));
    assertThat(Stream.of(first, rest).flatMap(page -> page.items().stream()))
        .extracting(found -> found.warning().people())
        .containsExactly(2, 1, 0);
  }

  private Poster aPoster() {
    return fixtures().aPoster(fixtures().aVenue().add().id(), Direction.IN);
  }

  private PosterWarning aWarning(Poster poster, Doubt.Kind kind, int people) {
    Instant hour = clock().instant().truncatedTo(ChronoUnit.HOURS);
    return new PosterWarning(
        new PosterWarningId(UUID.randomUUID()),
        poster.id(),
        poster.venue(),
        kind,
        hour,
        hour.plus(Duration.ofHours(1)),
        people,
        hour,
        hour.plusSeconds(60),
        Optional.empty());
  }

  private boolean dismiss(PosterWarning warning) {
    var by = new StaffId(UUID.randomUUID());
    return warnings()
        .dismiss(
            warning.id(),
            new PosterWarning.Dismissal(by, new DismissalReason("开业"), clock().instant()));
  }

  private List<BusyHour> busyHours(Poster poster, int least, int pastDays) {
    return scans().listBusyHours(today(), least, pastDays).stream()
        .filter(hour -> hour.poster().equals(poster.id()))
        .toList();
  }

  private List<TwoPlaces> twoPlaces(PersonId person, Instant from, Instant to, Duration within) {
    return scans().listTwoPlaces(from, to, within).stream()
        .filter(places -> places.scans().stream().map(OwnScan::person).allMatch(person::equals))
        .toList();
  }

  private List<DoubtfulScan> scansOf(Poster poster) {
    Instant now = clock().instant();
    return scans()
        .listOf(poster.venue(), poster.id(), now.minus(Duration.ofDays(1)), now.plusSeconds(1));
  }

  private RecordedVisit read(PersonId person) {
    Instant now = clock().instant();
    RecordedVisit ofPerson =
        stores()
            .visits()
            .listOf(
                List.of(new Watched(person, Instant.EPOCH)),
                now.minus(Duration.ofDays(1)),
                now.plusSeconds(1),
                PageRequest.first(1))
            .items()
            .get(0);
    RecordedVisit atVenue =
        stores()
            .visits()
            .listAt(
                ofPerson.visit().venue(),
                now.minus(Duration.ofDays(1)),
                now.plusSeconds(1),
                PageRequest.first(1))
            .items()
            .get(0);
    assertThat(atVenue).isEqualTo(ofPerson);
    return ofPerson;
  }

  private List<Direction> sightings(PersonId person) {
    Instant now = clock().instant();
    return stores()
        .visits()
        .sightingsOf(List.of(person), now.minus(Duration.ofDays(1)), now.plusSeconds(1))
        .stream()
        .map(Sighting::direction)
        .toList();
  }

  private List<FoundWarning> list(
      Jurisdiction jurisdiction, Narrowing narrowing, Optional<Doubt.Kind> kind) {
    return warnings().list(jurisdiction, narrowing, kind, PageRequest.first(50)).items();
  }

  private DivisionCode territory(Venue venue) {
    return stores()
        .divisions()
        .find(venue.details().community())
        .flatMap(Division::parent)
        .orElseThrow();
  }

  private LocalDate today() {
    return Days.of(clock().instant());
  }

  private PosterScans scans() {
    return stores().posterScans();
  }

  private PosterWarningRepository warnings() {
    return stores().posterWarnings();
  }
}
