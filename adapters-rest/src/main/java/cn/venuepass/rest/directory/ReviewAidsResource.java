package cn.venuepass.rest.directory;

import cn.venuepass.application.directory.PrepareReview;
import cn.venuepass.application.directory.PrepareReview.Likely;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.ItemsResponse;
import cn.venuepass.rest.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** What a reviewer sees beside the applications. */
@Path(ApiPaths.BASE)
@Produces(MediaType.APPLICATION_JSON)
public final class ReviewAidsResource {
  private final PrepareReview review;

  public ReviewAidsResource(PrepareReview review) {
    this.review = review;
  }

  @GET
  @Path("review/summary")
  @Allowed(Role.REVIEWER)
  public ReviewSummaryResponse summary(@Context Caller.Staff caller) {
    return ReviewSummaryResponse.of(review.waiting(caller));
  }

  @GET
  @Path("venues/{id}/duplicates")
  @Allowed(Role.REVIEWER)
  public ItemsResponse<DuplicateResponse> duplicates(
      @Context Caller.Staff caller, @PathParam("id") UUID id) {
    return review
        .duplicates(caller, new VenueId(id))
        .map(found -> new ItemsResponse<>(found.stream().map(DuplicateResponse::of).toList()))
        .orElseThrow(ProblemException::of);
  }

  /** A venue that may be the same, and why. */
  record DuplicateResponse(
      @JsonUnwrapped ListedVenueResponse venue, int score, PlaceLink.Ground ground) {
    static DuplicateResponse of(Likely likely) {
      return new DuplicateResponse(
          ListedVenueResponse.of(likely.venue()), likely.score(), likely.ground());
    }
  }
}
