package cn.venuepass.rest.survey;

import cn.venuepass.application.survey.JudgeMatches;
import cn.venuepass.application.survey.JudgeMatches.PlacesOfVenue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.survey.PlacePair;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which surveyed place is which venue, where a person has to say it; and places that are gone. */
@Path(ApiPaths.BASE)
@Produces(MediaType.APPLICATION_JSON)
public final class SurveyMatchesResource {
  private final JudgeMatches matches;

  public SurveyMatchesResource(JudgeMatches matches) {
    this.matches = matches;
  }

  @GET
  @Path("survey/matches")
  @Allowed({Role.SUPERVISOR, Role.REVIEWER})
  public PageResponse<MatchResponse> offers(
      @Context Caller.Staff caller,
      @QueryParam("venue") @Nullable String venue,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var fields = new Fields();
    var of = fields.optional("venue", venue, (String id) -> new VenueId(Fields.id(id)));
    fields.verify();
    return PageResponse.of(
        matches.offers(caller, of.get(), PageResponse.request(limit, cursor)), MatchResponse::of);
  }

  @POST
  @Path("survey/matches/refusal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed({Role.SUPERVISOR, Role.REVIEWER})
  public void refuse(@Context Caller.Staff caller, RefusalRequest request) {
    var fields = new Fields();
    var place = fields.required("placeId", request.placeId(), Fields::id);
    var venue = fields.required("venueId", request.venueId(), Fields::id);
    fields.verify();
    PlacePair unused =
        matches
            .refuse(caller, new PlacePair(new SurveyPlaceId(place.get()), new VenueId(venue.get())))
            .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("survey/places/{id}/link")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed({Role.SUPERVISOR, Role.REVIEWER})
  public PlaceResponse link(
      @Context Caller.Staff caller, @PathParam("id") UUID id, LinkRequest request) {
    var fields = new Fields();
    var venue = fields.required("venueId", request.venueId(), Fields::id);
    fields.verify();
    return matches
        .link(caller, new PlacePair(new SurveyPlaceId(id), new VenueId(venue.get())))
        .map(PlaceResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @DELETE
  @Path("survey/places/{id}/link")
  @Allowed({Role.SUPERVISOR, Role.REVIEWER})
  public void unlink(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    matches.unlink(caller, new SurveyPlaceId(id)).orElseThrow(ProblemException::of);
  }

  @DELETE
  @Path("survey/places/{id}")
  @Allowed(Role.SUPERVISOR)
  public void remove(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    matches.remove(caller, new SurveyPlaceId(id)).orElseThrow(ProblemException::of);
  }

  @GET
  @Path("venues/{id}/survey-places")
  @Allowed({Role.SUPERVISOR, Role.REVIEWER})
  public PlacesOfVenueResponse placesOf(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return matches
        .placesOf(caller, new VenueId(id))
        .map(PlacesOfVenueResponse::of)
        .orElseThrow(ProblemException::of);
  }

  record LinkRequest(@Nullable String venueId) {}

  record RefusalRequest(@Nullable String placeId, @Nullable String venueId) {}

  /** The place that a venue is, or what it may be. */
  record PlacesOfVenueResponse(@Nullable PlaceResponse linked, List<MatchResponse> offers) {
    static PlacesOfVenueResponse of(PlacesOfVenue places) {
      return new PlacesOfVenueResponse(
          places.linked().map(PlaceResponse::of).orElse(null),
          places.offers().stream().map(MatchResponse::of).toList());
    }
  }
}
