package cn.venuepass.rest.coverage;

import cn.venuepass.application.coverage.CoverageRepository.PlaceStanding;
import cn.venuepass.application.coverage.PlaceSearch;
import cn.venuepass.application.coverage.ViewPlaces;
import cn.venuepass.application.directory.SignWords;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.coverage.Stage;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Surveyed places by how far they have come. */
@Path(ApiPaths.BASE)
@Produces(MediaType.APPLICATION_JSON)
public final class SurveyPlacesResource {
  private final ViewPlaces viewPlaces;

  public SurveyPlacesResource(ViewPlaces viewPlaces) {
    this.viewPlaces = viewPlaces;
  }

  @GET
  @Path("survey/places")
  @Allowed(Role.SUPERVISOR)
  public PageResponse<StandingResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("division") @Nullable String division,
      @QueryParam("type") @Nullable String type,
      @QueryParam("department") @Nullable String department,
      @QueryParam("state") @Nullable String state,
      @QueryParam("reached") @Nullable String reached,
      @QueryParam("name") @Nullable String name,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var filter = Filters.read(division, type, department);
    var fields = new Fields();
    var stage = fields.optional("state", state, Fields.oneOf(Stage.class));
    var least = fields.optional("reached", reached, Fields.oneOf(Stage.class));
    var words = fields.optional("name", name, SignWords::new);
    fields.verify();
    Set<Stage> stages = EnumSet.allOf(Stage.class);
    stage.get().ifPresent(exact -> stages.retainAll(Set.of(exact)));
    least.get().ifPresent(begin -> stages.retainAll(Stage.from(begin)));
    return viewPlaces
        .places(
            caller.account().jurisdiction(),
            filter,
            new PlaceSearch(stages, words.get()),
            PageResponse.request(limit, cursor))
        .map(page -> PageResponse.of(page, StandingResponse::of))
        .orElseThrow(ProblemException::of);
  }

  record StandingResponse(
      UUID id,
      String name,
      String type,
      String communityCode,
      String address,
      @Nullable String socialCreditCode,
      Instant surveyedAt,
      Stage state,
      @Nullable UUID venueId,
      @Nullable Instant lastScanAt) {
    static StandingResponse of(PlaceStanding place) {
      return new StandingResponse(
          place.id().value(),
          place.details().name().text(),
          place.details().type().text(),
          place.details().community().text(),
          place.details().address().text(),
          place.details().socialCreditCode().map(SocialCreditCode::text).orElse(null),
          place.surveyedAt(),
          place.stage(),
          place.venue().map(VenueId::value).orElse(null),
          place.lastPassage().orElse(null));
    }
  }
}
