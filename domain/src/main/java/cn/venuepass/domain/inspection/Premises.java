package cn.venuepass.domain.inspection;

import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.Optional;
import java.util.UUID;

/**
 * What is inspected, as it was then: its later names and places do not change what was found, nor
 * who answered for it.
 */
public record Premises(Target target, VenueName name, VenueTypeCode type, DivisionCode community) {

  /** A venue, or a surveyed place of which no venue is known. */
  public sealed interface Target {
    UUID id();

    /** The venue, if it is one. */
    Optional<VenueId> venue();

    /** The place, if it is one. */
    Optional<SurveyPlaceId> place();
  }

  /** A venue that somebody applied for. */
  public record OfVenue(VenueId of) implements Target {
    @Override
    public UUID id() {
      return of.value();
    }

    @Override
    public Optional<VenueId> venue() {
      return Optional.of(of);
    }

    @Override
    public Optional<SurveyPlaceId> place() {
      return Optional.empty();
    }
  }

  /** A place that only a survey knows. */
  public record OfPlace(SurveyPlaceId of) implements Target {
    @Override
    public UUID id() {
      return of.value();
    }

    @Override
    public Optional<VenueId> venue() {
      return Optional.empty();
    }

    @Override
    public Optional<SurveyPlaceId> place() {
      return Optional.of(of);
    }
  }

  public static Premises of(Venue venue) {
    return new Premises(
        new OfVenue(venue.id()),
        venue.details().name(),
        venue.details().type(),
        venue.details().community());
  }

  public static Premises of(SurveyPlace place) {
    return new Premises(
        new OfPlace(place.id()),
        place.details().name(),
        place.details().type(),
        place.details().community());
  }

  /** The venue that the place is linked to, as the survey knows it. */
  public static Premises of(SurveyPlace place, Venue venue) {
    return new Premises(
        new OfVenue(venue.id()),
        place.details().name(),
        place.details().type(),
        place.details().community());
  }
}
