package cn.venuepass.testkit.contract;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.coverage.CoverageFilter;
import cn.venuepass.application.coverage.CoverageHistory;
import cn.venuepass.application.coverage.CoverageRepository;
import cn.venuepass.application.coverage.CoverageRepository.PlaceStanding;
import cn.venuepass.application.coverage.CoverageRepository.UnsurveyedVenue;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.application.coverage.PlaceSearch;
import cn.venuepass.application.directory.SignWords;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.coverage.CoverageRow;
import cn.venuepass.domain.coverage.Funnel;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.Lack;
import cn.venuepass.domain.coverage.Stage;
import cn.venuepass.domain.coverage.Subject;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.RejectionReason;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@link CoverageRepository} and {@link CoverageHistory}. */
public interface CoverageContract extends StoreContract {
  Set<Stage> ALL_STAGES = Stage.from(Stage.UNAPPLIED);
  PlaceSearch UNAPPLIED = PlaceSearch.at(Set.of(Stage.UNAPPLIED));

  @Test
  default void aPlaceShouldStandAtTheStageThatItHasReached() {
    DivisionCode community = fixtures().aCommunity();
    SurveyPlace unapplied = fixtures().aPlace(community);
    SurveyPlace withdrawn = linked(community, withdrawn(community));
    SurveyPlace pending = linked(community, fixtures().aVenue().in(community).underReview().add());
    SurveyPlace rejected = linked(community, rejected(community));
    SurveyPlace approved = linked(community, fixtures().aVenue().in(community).add());
    SurveyPlace posted = linked(community, downloaded(community).venue());
    SurveyPlace scanned = linked(community, scanned(community).venue());

    assertThat(stageOf(unapplied)).isEqualTo(Stage.UNAPPLIED);
    assertThat(stageOf(withdrawn)).isEqualTo(Stage.UNAPPLIED);
    assertThat(stageOf(pending)).isEqualTo(Stage.APPLIED);
    assertThat(stageOf(rejected)).isEqualTo(Stage.APPLIED);
    assertThat(stageOf(approved)).isEqualTo(Stage.APPROVED);
    assertThat(stageOf(posted)).isEqualTo(Stage.POSTED);
    assertThat(stageOf(scanned)).isEqualTo(Stage.SCANNED);
    assertThat(sum(Extent.of(Jurisdiction.of(community)))).isEqualTo(new Funnel(7, 5, 3, 2, 1, 0));
  }

  @Test
  default void aPosterThatIsRevokedShouldNotHang() {
    DivisionCode community = fixtures().aCommunity();
    Gate gate = downloaded(community);
    SurveyPlace place = linked(community, gate.venue());
    stores().posters().revoke(gate.venue().id(), gate.in().id(), now().plusSeconds(60));
    assertThat(stageOf(place)).isEqualTo(Stage.POSTED);
    clock().advance(Duration.ofSeconds(60));
    assertThat(stageOf(place)).isEqualTo(Stage.APPROVED);
    assertThat(stores().posters().confirm(gate.venue().id(), gate.out().id(), now())).isTrue();
    assertThat(stageOf(place)).isEqualTo(Stage.POSTED);
  }

  @Test
  default void aPassageShouldCountFromTheMomentOfItsAnswerForSevenDays() {
    DivisionCode community = fixtures().aCommunity();
    Gate gate = fixtures().aVenue().in(community).addWithGate();
    SurveyPlace place = linked(community, gate.venue());
    assertThat(stageOf(place)).isEqualTo(Stage.APPROVED);

    Instant scannedAt = now();
    fixtures().scan(gate.in(), fixtures().aPerson().id());
    assertThat(stageOf(place)).isEqualTo(Stage.SCANNED);
    assertThat(standing(place).lastPassage()).contains(scannedAt);
    clock().advance(Stage.OF_LATE);
    assertThat(stageOf(place)).isEqualTo(Stage.SCANNED);
    clock().advance(Duration.ofMillis(1));
    assertThat(stageOf(place)).isEqualTo(Stage.POSTED);
    assertThat(sum(Extent.of(Jurisdiction.of(community)))).isEqualTo(new Funnel(1, 1, 1, 1, 0, 0));
    clock().advance(Stage.PROOF.minus(Stage.OF_LATE));
    assertThat(stageOf(place)).isEqualTo(Stage.APPROVED);
  }

  @Test
  default void placesThatAreGoneShouldNotCount() {
    DivisionCode community = fixtures().aCommunity();
    SurveyPlace gone = linked(community, fixtures().aVenue().in(community).add());
    assertThat(stores().surveyPlaces().replace(gone.removed(now()))).isTrue();
    assertThat(sum(Extent.of(Jurisdiction.of(community)))).isEqualTo(Funnel.ofUnsurveyed(1));
    assertThat(places(Extent.of(Jurisdiction.of(community)), ALL_STAGES)).isEmpty();
  }

  @Test
  default void numbersShouldBeThoseOfTheExtent() {
    Division top = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    DivisionCode one = below(top);
    DivisionCode other = below(top);
    VenueType hotel = fixtures().aVenueType(StayRules.DEFAULT);
    VenueType shop = fixtures().aVenueType(StayRules.DEFAULT);
    VenueType school =
        new VenueType(hotel.code(), "学校", "教育" + top.code().text(), StayRules.DEFAULT);
    stores().venueTypes().save(school);
    fixtures().aPlace(one, school.code());
    fixtures().aPlace(one, shop.code());
    fixtures().aPlace(other, school.code());
    fixtures().aPlace(other, school.code());
    fixtures().aPlace(fixtures().aCommunity(), shop.code());

    Jurisdiction territory = Jurisdiction.of(top.code());
    var department = new Jurisdiction.OfVenueTypes(Set.of(school.code()));
    assertThat(stores().coverage().count(Extent.of(territory), now()))
        .containsExactlyInAnyOrder(
            new CoverageRow(one, school.code(), Funnel.of(Stage.UNAPPLIED, 1)),
            new CoverageRow(one, shop.code(), Funnel.of(Stage.UNAPPLIED, 1)),
            new CoverageRow(other, school.code(), Funnel.of(Stage.UNAPPLIED, 2)));
    assertThat(surveyed(new Extent(Optional.of(territory), CoverageFilter.of(other)))).isEqualTo(2);
    assertThat(surveyed(new Extent(Optional.of(territory), ofType(shop)))).isEqualTo(1);
    assertThat(surveyed(new Extent(Optional.of(territory), of(school.department())))).isEqualTo(3);
    assertThat(surveyed(Extent.of(department))).isEqualTo(3);
    assertThat(surveyed(new Extent(Optional.of(department), CoverageFilter.of(one)))).isEqualTo(1);
    assertThat(surveyed(new Extent(Optional.of(department), ofType(shop)))).isZero();
    assertThat(surveyed(new Extent(Optional.of(Jurisdiction.of(one)), CoverageFilter.of(other))))
        .isZero();
  }

  @Test
  default void placesShouldBeListedByStagePageByPage() {
    DivisionCode community = fixtures().aCommunity();
    var extent = Extent.of(Jurisdiction.of(community));
    SurveyPlace first = fixtures().aPlace(community);
    clock().advance(Duration.ofMinutes(1));
    SurveyPlace second = linked(community, fixtures().aVenue().in(community).add());
    clock().advance(Duration.ofMinutes(1));
    SurveyPlace third = fixtures().aPlace(community);

    assertThat(places(extent, ALL_STAGES))
        .extracting(PlaceStanding::id)
        .containsExactly(first.id(), second.id(), third.id());
    assertThat(places(extent, Set.of(Stage.APPROVED)))
        .singleElement()
        .satisfies(
            standing -> {
              assertThat(standing.details()).isEqualTo(second.details());
              assertThat(standing.venue()).isEqualTo(second.link().map(link -> link.venue()));
              assertThat(standing.surveyedAt()).isEqualTo(second.surveyedAt());
              assertThat(standing.lastPassage()).isEmpty();
            });
    Page<PlaceStanding> page =
        stores().coverage().listPlaces(extent, UNAPPLIED, now(), PageRequest.first(1));
    assertThat(page.items()).extracting(PlaceStanding::id).containsExactly(first.id());
    Page<PlaceStanding> rest =
        stores().coverage().listPlaces(extent, UNAPPLIED, now(), new PageRequest(1, page.next()));
    assertThat(rest.items()).extracting(PlaceStanding::id).containsExactly(third.id());
    assertThat(rest.next()).isEmpty();
    Page<PlaceStanding> all =
        stores()
            .coverage()
            .listPlaces(extent, PlaceSearch.at(ALL_STAGES), now(), PageRequest.first(2));
    assertThat(all.items())
        .extracting(PlaceStanding::stage)
        .containsExactly(Stage.UNAPPLIED, Stage.APPROVED);
    assertThat(
            stores()
                .coverage()
                .listPlaces(
                    extent, PlaceSearch.at(ALL_STAGES), now(), new PageRequest(2, all.next()))
                .items())
        .extracting(PlaceStanding::id)
        .containsExactly(third.id());
  }

  @Test
  default void placesShouldBeFoundByAPartOfTheirNameOrAddress() {
    DivisionCode community = fixtures().aCommunity();
    var extent = Extent.of(Jurisdiction.of(community));
    SurveyPlace first = fixtures().aPlace(community);
    clock().advance(Duration.ofMillis(1));
    SurveyPlace second = linked(community, fixtures().aVenue().in(community).add());
    fixtures().aPlace(fixtures().aCommunity());
    String name = first.details().name().text();
    assertThat(saying(extent, ALL_STAGES, name.substring(2))).contains(first.id());
    assertThat(saying(extent, ALL_STAGES, second.details().address().text())).contains(second.id());
    assertThat(saying(extent, ALL_STAGES, "胡杨")).containsExactly(first.id(), second.id());
    assertThat(saying(extent, Set.of(Stage.UNAPPLIED), "胡杨")).containsExactly(first.id());
    assertThat(saying(extent, ALL_STAGES, "%_")).isEmpty();
  }

  @Test
  default void venuesThatNoSurveyFoundShouldBeListedUntilTheyAreRemoved() {
    DivisionCode community = fixtures().aCommunity();
    var extent = Extent.of(Jurisdiction.of(community));
    Venue known = fixtures().aVenue().in(community).add();
    linked(community, known);
    Venue unknown = fixtures().aVenue().in(community).underReview().add();
    Venue elsewhere = fixtures().aVenue().add();

    assertThat(unsurveyed(extent)).extracting(UnsurveyedVenue::id).containsExactly(unknown.id());
    var department = new Jurisdiction.OfVenueTypes(Set.of(elsewhere.details().type()));
    assertThat(unsurveyed(Extent.of(department)))
        .containsExactly(
            new UnsurveyedVenue(
                elsewhere.id(),
                elsewhere.details().name(),
                elsewhere.details().type(),
                elsewhere.details().community(),
                elsewhere.details().address(),
                elsewhere.state().status(),
                elsewhere.appliedAt()));
    stores().venues().replace(unknown.withdrawn(now()).orElseThrow());
    assertThat(unsurveyed(extent)).isEmpty();
  }

  @Test
  default void eachPlaceShouldLackWhatItsStageSays() {
    DivisionCode community = fixtures().aCommunity();
    SurveyPlace unapplied = fixtures().aPlace(community);
    Venue waiting = fixtures().aVenue().in(community).underReview().add();
    SurveyPlace applied = linked(community, waiting);
    SurveyPlace approved = linked(community, fixtures().aVenue().in(community).add());
    Gate used = scanned(community);
    SurveyPlace silent = linked(community, used.venue());
    Instant lastScan = now();
    clock().advance(Duration.ofDays(8));
    Instant decided = now();
    SurveyPlace hanging = linked(community, downloaded(community).venue());
    linked(community, scanned(community).venue());
    Venue unsurveyed = fixtures().aVenue().in(community).underReview().add();

    assertThat(stores().coverage().listLacks(now()))
        .filteredOn(lack -> lack.community().equals(community))
        .containsExactlyInAnyOrder(
            lack(unapplied, Optional.empty(), Gap.NOT_APPLIED, unapplied.surveyedAt()),
            lack(applied, venueOf(applied), Gap.NOT_APPROVED, waiting.appliedAt()),
            lack(approved, venueOf(approved), Gap.NOT_POSTED, lastScan),
            lack(silent, venueOf(silent), Gap.NOT_SCANNED, lastScan),
            lack(hanging, venueOf(hanging), Gap.NOT_SCANNED, decided),
            new Lack(
                new Subject(Optional.empty(), Optional.of(unsurveyed.id())),
                Gap.NOT_SURVEYED,
                now(),
                community,
                "文旅"));
  }

  @Test
  default void aTreeShouldBeListedWithEverythingBelow() {
    Division top = fixtures().aDivision(Division.Level.HEADQUARTERS, Optional.empty());
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.of(top.code()));
    DivisionCode community = below(territory);
    assertThat(stores().divisions().listWithin(Optional.of(top.code())))
        .extracting(Division::code)
        .containsExactly(top.code(), territory.code(), community);
    assertThat(stores().divisions().listWithin(Optional.of(territory.code())))
        .extracting(Division::code)
        .containsExactly(territory.code(), community);
    assertThat(stores().divisions().listWithin(Optional.empty()))
        .contains(top, territory)
        .extracting(division -> division.code().text())
        .isSorted();
  }

  private Instant now() {
    return clock().instant();
  }

  private SurveyPlace linked(DivisionCode community, Venue venue) {
    return fixtures().link(fixtures().aPlace(community), venue.id());
  }

  private static Optional<VenueId> venueOf(SurveyPlace place) {
    return place.link().map(link -> link.venue());
  }

  private static Lack lack(SurveyPlace place, Optional<VenueId> venue, Gap gap, Instant since) {
    return new Lack(
        new Subject(Optional.of(place.id()), venue), gap, since, place.details().community(), "文旅");
  }

  private Venue withdrawn(DivisionCode community) {
    Venue venue = fixtures().aVenue().in(community).underReview().add();
    Venue removed = venue.withdrawn(now()).orElseThrow();
    assertThat(stores().venues().replace(removed)).isTrue();
    return removed;
  }

  private Venue rejected(DivisionCode community) {
    Venue venue = fixtures().aVenue().in(community).underReview().add();
    Venue decided = venue.rejected(now(), new RejectionReason("地址不详")).orElseThrow();
    assertThat(stores().venues().replace(decided)).isTrue();
    return decided;
  }

  private Gate downloaded(DivisionCode community) {
    Gate gate = fixtures().aVenue().in(community).addWithGate();
    stores().posters().noteDownload(gate.venue().id(), gate.in().id(), now());
    return gate;
  }

  private Gate scanned(DivisionCode community) {
    Gate gate = fixtures().aVenue().in(community).addWithGate();
    Poster poster = gate.poster(Direction.IN);
    fixtures().scan(poster, fixtures().aPerson().id());
    return gate;
  }

  private DivisionCode below(Division top) {
    return fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(top.code())).code();
  }

  private Stage stageOf(SurveyPlace place) {
    return standing(place).stage();
  }

  private PlaceStanding standing(SurveyPlace place) {
    var extent = Extent.of(Jurisdiction.of(place.details().community()));
    return places(extent, ALL_STAGES).stream()
        .filter(standing -> standing.id().equals(place.id()))
        .findFirst()
        .orElseThrow();
  }

  private List<PlaceStanding> places(Extent extent, Set<Stage> stages) {
    return stores()
        .coverage()
        .listPlaces(extent, PlaceSearch.at(stages), now(), PageRequest.first(200))
        .items();
  }

  private List<SurveyPlaceId> saying(Extent extent, Set<Stage> stages, String words) {
    var search = new PlaceSearch(stages, Optional.of(new SignWords(words)));
    return stores()
        .coverage()
        .listPlaces(extent, search, now(), PageRequest.first(200))
        .items()
        .stream()
        .map(PlaceStanding::id)
        .toList();
  }

  private List<UnsurveyedVenue> unsurveyed(Extent extent) {
    return stores().coverage().listUnsurveyed(extent, PageRequest.first(200)).items();
  }

  private Funnel sum(Extent extent) {
    List<CoverageRow> rows = stores().coverage().count(extent, now());
    assertThat(rows.stream().map(row -> List.of(row.division(), row.type())).collect(toSet()))
        .hasSameSizeAs(rows);
    return rows.stream().map(CoverageRow::funnel).reduce(Funnel.NONE, Funnel::plus);
  }

  private long surveyed(Extent extent) {
    return sum(extent).surveyed();
  }

  private static CoverageFilter ofType(VenueType type) {
    return new CoverageFilter(Optional.empty(), Optional.of(type.code()), Optional.empty());
  }

  private static CoverageFilter of(String department) {
    return new CoverageFilter(Optional.empty(), Optional.empty(), Optional.of(department));
  }
}
