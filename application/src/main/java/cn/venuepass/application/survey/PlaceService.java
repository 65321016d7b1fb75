package cn.venuepass.application.survey;

import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.PLACE_LINKED;
import static cn.venuepass.application.Denial.Plain.VENUE_LINKED;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.venue.CommunityChanges;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.survey.PlacePair;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class PlaceService implements JudgeMatches {
  private static final int OFFERS_OF_A_VENUE = 20;

  private final SurveyPlaceRepository places;
  private final PlaceMatchRepository matches;
  private final VenueRepository venues;
  private final CommunityChanges changes;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final InstantSource clock;

  PlaceService(
      SurveyPlaceRepository places,
      PlaceMatchRepository matches,
      VenueRepository venues,
      CommunityChanges changes,
      Transactions transactions,
      AuditTrail audit,
      InstantSource clock) {
    this.places = places;
    this.matches = matches;
    this.venues = venues;
    this.changes = changes;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Page<OfferedMatch> offers(
      Caller.Staff staff, Optional<VenueId> venue, PageRequest request) {
    return matches.listWithin(jurisdiction(staff), venue, request);
  }

  @Override
  public Result<PlacesOfVenue> placesOf(Caller.Staff staff, VenueId venue) {
    Jurisdiction own = jurisdiction(staff);
    return Result.of(venues.findWithin(venue, own), NOT_FOUND)
        .map(
            known ->
                new PlacesOfVenue(
                    places.findByVenue(venue).flatMap(place -> places.findWithin(place.id(), own)),
                    matches
                        .listWithin(own, Optional.of(venue), PageRequest.first(OFFERS_OF_A_VENUE))
                        .items()));
  }

  @Override
  public Result<SurveyPlace> link(Caller.Staff staff, PlacePair pair) {
    return transactions.attempt(
        () ->
            both(staff, pair)
                .flatMap(
                    place -> {
                      Optional<VenueId> known = place.link().map(PlaceLink::venue);
                      if (known.equals(Optional.of(pair.venue()))) {
                        return Result.done(place);
                      } else if (known.isPresent()) {
                        return Result.denied(PLACE_LINKED);
                      } else if (places.findByVenue(pair.venue()).isPresent()) {
                        return Result.denied(VENUE_LINKED);
                      }
                      var link =
                          new PlaceLink(pair.venue(), PlaceLink.Ground.BY_HAND, clock.instant());
                      matches.settle(List.of(pair));
                      return stored(staff, AuditAction.SURVEY_PLACE_LINKED, place.linked(link));
                    }));
  }

  @Override
  public Result<SurveyPlace> unlink(Caller.Staff staff, SurveyPlaceId id) {
    return transactions.attempt(
        () ->
            standing(staff, id)
                .flatMap(
                    place -> {
                      Optional<PlaceLink> link = place.link();
                      if (link.isEmpty()) {
                        return Result.denied(NOT_FOUND);
                      }
                      matches.refuse(new PlacePair(id, link.get().venue()), clock.instant());
                      return stored(staff, AuditAction.SURVEY_PLACE_UNLINKED, place.unlinked())
                          .map(this::toBeCompared);
                    }));
  }

  @Override
  public Result<PlacePair> refuse(Caller.Staff staff, PlacePair pair) {
    return transactions.attempt(
        () ->
            both(staff, pair)
                .flatMap(
                    place -> {
                      if (!matches.isOffered(pair)) {
                        return Result.denied(NOT_FOUND);
                      }
                      matches.refuse(pair, clock.instant());
                      return stored(
                              staff,
                              AuditAction.SURVEY_MATCH_REFUSED,
                              place.corrected(place.details()))
                          .map(this::toBeCompared)
                          .map(judged -> pair);
                    }));
  }

  @Override
  public Result<SurveyPlace> remove(Caller.Staff staff, SurveyPlaceId id) {
    return transactions.attempt(
        () ->
            standing(staff, id)
                .flatMap(
                    place -> {
                      matches.withdraw(id);
                      return stored(
                              staff,
                              AuditAction.SURVEY_PLACE_REMOVED,
                              place.removed(clock.instant()))
                          .map(this::toBeCompared);
                    }));
  }

  /** The place, if it and the venue are there for the caller. */
  private Result<SurveyPlace> both(Caller.Staff staff, PlacePair pair) {
    Optional<Venue> venue = venues.findWithin(pair.venue(), jurisdiction(staff));
    return venue.isPresent() ? standing(staff, pair.place()) : Result.denied(NOT_FOUND);
  }

  private Result<SurveyPlace> standing(Caller.Staff staff, SurveyPlaceId id) {
    return Result.of(
        places.findWithin(id, jurisdiction(staff)).filter(place -> place.removedAt().isEmpty()),
        NOT_FOUND);
  }

  private Result<SurveyPlace> stored(Caller.Staff staff, AuditAction action, SurveyPlace next) {
    if (!places.replace(next)) {
      return Result.denied(CHANGED_MEANWHILE);
    }
    note(staff, action, next);
    return Result.done(next);
  }

  private SurveyPlace toBeCompared(SurveyPlace place) {
    changes.note(List.of(place.details().community()), clock.instant());
    return place;
  }

  private void note(Caller.Staff staff, AuditAction action, SurveyPlace place) {
    Role role = staff.roles().contains(Role.SUPERVISOR) ? Role.SUPERVISOR : Role.REVIEWER;
    audit.note(
        Actor.staff(staff, role),
        Deed.of(action, AuditPurpose.SUPERVISION)
            .within(place.details().community())
            .under(place.id().value().toString()));
  }

  private static Jurisdiction jurisdiction(Caller.Staff staff) {
    return staff.account().jurisdiction();
  }
}
