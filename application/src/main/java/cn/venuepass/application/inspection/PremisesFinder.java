package cn.venuepass.application.inspection;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.Result;
import cn.venuepass.application.survey.SurveyPlaceRepository;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.inspection.Premises.OfPlace;
import cn.venuepass.domain.inspection.Premises.OfVenue;
import cn.venuepass.domain.inspection.Premises.Target;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.Venue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what is to be inspected; a place that is linked to a venue stands for it. */
final class PremisesFinder {
  private final VenueRepository venues;
  private final SurveyPlaceRepository places;

  PremisesFinder(VenueRepository venues, SurveyPlaceRepository places) {
    this.venues = venues;
    this.places = places;
  }

  /**
   * What was found.
   *
   * @param also the place that is linked to the venue
   */
  record Found(Premises premises, Optional<Venue> venue, Optional<SurveyPlace> also) {

    /** All that stands for these premises. */
    List<Target> targets() {
      return Stream.concat(
              Stream.of(premises.target()), also.map(place -> new OfPlace(place.id())).stream())
          .distinct()
          .toList();
    }
  }

  Result<Found> find(Target target, Jurisdiction jurisdiction) {
    return Result.of(
        target instanceof OfVenue venue
            ? venues.findWithin(venue.of(), jurisdiction).map(this::found)
            : places
                .findWithin(((OfPlace) target).of(), jurisdiction)
                .filter(place -> place.removedAt().isEmpty())
                .map(place -> found(place, jurisdiction)),
        NOT_FOUND);
  }

  private Found found(Venue venue) {
    return new Found(Premises.of(venue), Optional.of(venue), places.findByVenue(venue.id()));
  }

  /** A venue elsewhere, or of another type, is inspected as the place that it is linked to. */
  private Found found(SurveyPlace place, Jurisdiction jurisdiction) {
    return place
        .link()
        .flatMap(link -> venues.find(link.venue()))
        .map(
            venue ->
                new Found(
                    venues
                        .findWithin(venue.id(), jurisdiction)
                        .map(Premises::of)
                        .orElseGet(() -> Premises.of(place, venue)),
                    Optional.of(venue),
                    Optional.of(place)))
        .orElseGet(() -> new Found(Premises.of(place), Optional.empty(), Optional.empty()));
  }
}
