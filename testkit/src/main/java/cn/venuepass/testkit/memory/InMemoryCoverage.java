package cn.venuepass.testkit.memory;

import static java.util.stream.Collectors.toSet;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.coverage.CoverageRepository;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.application.coverage.PlaceSearch;
import cn.venuepass.domain.coverage.CoverageRow;
import cn.venuepass.domain.coverage.Funnel;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.Lack;
import cn.venuepass.domain.coverage.Stage;
import cn.venuepass.domain.coverage.Subject;
import cn.venuepass.domain.survey.PlaceDetails;
import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class InMemoryCoverage implements CoverageRepository {
  private final InMemoryStore store;
  private final InMemorySurveyPlaceRepository places;
  private final InMemoryVenueRepository venues;
  private final InMemoryPosterRepository posters;
  private final InMemoryVisitLedger ledger;
  private final InMemoryExtents extents;

  InMemoryCoverage(
      InMemoryStore store,
      InMemorySurveyPlaceRepository places,
      InMemoryVenueRepository venues,
      InMemoryPosterRepository posters,
      InMemoryVisitLedger ledger,
      InMemoryExtents extents) {
    this.store = store;
    this.places = places;
    this.venues = venues;
    this.posters = posters;
    this.ledger = ledger;
    this.extents = extents;
  }

  @Override
  public List<CoverageRow> count(Extent extent, Instant now) {
    return store.run(
        () ->
            CoverageRow.addedUp(
                Stream.concat(
                        places(extent).map(place -> counted(place, now)),
                        unsurveyed(extent).map(InMemoryCoverage::counted))
                    .toList()));
  }

  @Override
  public Page<PlaceStanding> listPlaces(
      Extent extent, PlaceSearch search, Instant now, PageRequest request) {
    return store.run(
        () ->
            Paging.oldestFirst(
                places(extent)
                    .filter(
                        place ->
                            Signs.say(
                                search.words(), place.details().name(), place.details().address()))
                    .map(place -> standing(place, now))
                    .filter(standing -> search.stages().contains(standing.stage())),
                request,
                standing -> new Cursor(standing.surveyedAt(), standing.id().value())));
  }

  @Override
  public Page<UnsurveyedVenue> listUnsurveyed(Extent extent, PageRequest request) {
    return store.run(
        () ->
            Paging.oldestFirst(
                unsurveyed(extent).map(InMemoryCoverage::shown),
                request,
                venue -> new Cursor(venue.appliedAt(), venue.id().value())));
  }

  @Override
  public List<Lack> listLacks(Instant now) {
    return store.run(
        () -> {
          List<Lack> lacks = new ArrayList<>();
          places(Extent.WHOLE).forEach(place -> lack(place, now).ifPresent(lacks::add));
          unsurveyed(Extent.WHOLE).map(this::lack).forEach(lacks::add);
          return lacks;
        });
  }

  private Stream<SurveyPlace> places(Extent extent) {
    return places
        .standing()
        .filter(place -> extents.lies(place.details().community(), place.details().type(), extent));
  }

  private Stream<Venue> unsurveyed(Extent extent) {
    Set<VenueId> surveyed =
        places
            .standing()
            .flatMap(place -> place.link().stream())
            .map(PlaceLink::venue)
            .collect(toSet());
    return venues
        .all()
        .filter(venue -> !surveyed.contains(venue.id()))
        .filter(venue -> extents.lies(venue.details().community(), venue.details().type(), extent));
  }

  private CoverageRow counted(SurveyPlace place, Instant now) {
    PlaceDetails details = place.details();
    return new CoverageRow(
        details.community(), details.type(), Funnel.of(standing(place, now).stage(), 1));
  }

  private static CoverageRow counted(Venue venue) {
    VenueDetails details = venue.details();
    return new CoverageRow(details.community(), details.type(), Funnel.ofUnsurveyed(1));
  }

  private PlaceStanding standing(SurveyPlace place, Instant now) {
    Optional<Venue> venue = venueOf(place);
    Optional<Instant> last =
        venue
            .filter(Venue::isApproved)
            .flatMap(found -> ledger.lastBegin(found.id()))
            .filter(at -> !at.isBefore(now.minus(Stage.PROOF)));
    boolean hangs = venue.filter(found -> posters.hangs(found.id(), now)).isPresent();
    return new PlaceStanding(
        place.id(),
        place.details(),
        place.surveyedAt(),
        Stage.of(venue.map(found -> found.state().status()), hangs, last, now),
        venue.map(Venue::id),
        last);
  }

  private Optional<Venue> venueOf(SurveyPlace place) {
    return place.link().map(PlaceLink::venue).flatMap(venues::find);
  }

  private Optional<Lack> lack(SurveyPlace place, Instant now) {
    PlaceStanding standing = standing(place, now);
    return standing
        .stage()
        .gap()
        .map(
            gap ->
                new Lack(
                    new Subject(Optional.of(place.id()), standing.venue()),
                    gap,
                    since(gap, place, standing),
                    place.details().community(),
                    extents.departmentOf(place.details().type())));
  }

  private Instant since(Gap gap, SurveyPlace place, PlaceStanding standing) {
    Optional<Venue> venue = venueOf(place);
    return switch (gap) {
      case NOT_APPLIED, NOT_SURVEYED -> place.surveyedAt();
      case NOT_APPROVED -> venue.orElseThrow().appliedAt();
      case NOT_POSTED -> venue.orElseThrow().state().decidedAt().orElseThrow();
      case NOT_SCANNED ->
          standing.lastPassage().or(() -> venue.orElseThrow().state().decidedAt()).orElseThrow();
    };
  }

  private Lack lack(Venue venue) {
    return new Lack(
        new Subject(Optional.empty(), Optional.of(venue.id())),
        Gap.NOT_SURVEYED,
        venue.appliedAt(),
        venue.details().community(),
        extents.departmentOf(venue.details().type()));
  }

  private static UnsurveyedVenue shown(Venue venue) {
    VenueDetails details = venue.details();
    return new UnsurveyedVenue(
        venue.id(),
        details.name(),
        details.type(),
        details.community(),
        details.address(),
        venue.state().status(),
        venue.appliedAt());
  }
}
