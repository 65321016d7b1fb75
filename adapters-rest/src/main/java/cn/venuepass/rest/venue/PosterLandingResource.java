package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.PosterLanding;
import cn.venuepass.application.venue.ViewPoster;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Open;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a poster says to anybody. */
@Path(ApiPaths.BASE + "/posters/{code}")
@Produces(MediaType.APPLICATION_JSON)
public final class PosterLandingResource {
  private final ViewPoster viewPoster;

  public PosterLandingResource(ViewPoster viewPoster) {
    this.viewPoster = viewPoster;
  }

  @GET
  @Open
  public LandingResponse view(@PathParam("code") String code) {
    return viewPoster.view(code).map(LandingResponse::of).orElseThrow(ProblemException::of);
  }

  /** What the landing page shows. */
  record LandingResponse(String venueName, Direction direction, State state) {
    enum State {
      OPEN,
      CLOSED
    }

    static LandingResponse of(PosterLanding landing) {
      return new LandingResponse(
          landing.venueName().text(),
          landing.direction(),
          landing.open() ? State.OPEN : State.CLOSED);
    }
  }
}
