package cn.venuepass.rest.gate;

import cn.venuepass.application.gate.TurnAway;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.gate.TurnedAway;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whom a venue's managers did not let in. */
@Path(ApiPaths.BASE + "/venues/{id}/refusals")
@Produces(MediaType.APPLICATION_JSON)
public final class RefusalsResource {
  private final TurnAway turnAway;

  public RefusalsResource(TurnAway turnAway) {
    this.turnAway = turnAway;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public Response note(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      RefusalRequest request) {
    TurnedAway note =
        turnAway
            .note(
                caller,
                new VenueId(venue),
                request.words(),
                CreationKeys.of(caller, "refusal/" + venue, key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(RefusalResponse.of(note)).build();
  }

  @GET
  @Allowed(Role.RESIDENT)
  public PageResponse<RefusalResponse> list(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return turnAway
        .list(caller, new VenueId(venue), PageResponse.request(limit, cursor))
        .map(page -> PageResponse.of(page, RefusalResponse::of))
        .orElseThrow(ProblemException::of);
  }

  record RefusalRequest(@Nullable String reason, @Nullable String note) {
    TurnedAway.Words words() {
      var fields = new Fields();
      var why = fields.required("reason", reason, Function.<String>identity());
      fields.verify();
      return new TurnedAway.Words(why.get(), Optional.ofNullable(note));
    }

    @Override
    public String toString() {
      return "RefusalRequest[***]";
    }
  }

  /** Why somebody was not let in, as a manager noted it. */
  record RefusalResponse(UUID id, String reason, @Nullable String note, Instant at) {
    static RefusalResponse of(TurnedAway turnedAway) {
      return new RefusalResponse(
          turnedAway.id().value(),
          turnedAway.words().reason(),
          turnedAway.words().note().orElse(null),
          turnedAway.at());
    }

    @Override
    public String toString() {
      return "RefusalResponse[***]";
    }
  }
}
