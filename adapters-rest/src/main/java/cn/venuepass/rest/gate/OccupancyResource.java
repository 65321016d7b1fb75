package cn.venuepass.rest.gate;

import cn.venuepass.application.gate.MarkAsLeft;
import cn.venuepass.application.gate.ViewOccupancy;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.gate.OccupancyResponse.PersonResponse;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.visit.ScanResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is inside, for managers. */
@Path(ApiPaths.BASE + "/venues/{id}/occupancy")
@Produces(MediaType.APPLICATION_JSON)
public final class OccupancyResource {
  private final ViewOccupancy viewOccupancy;
  private final MarkAsLeft markAsLeft;
  private final InstantSource clock;

  public OccupancyResource(
      ViewOccupancy viewOccupancy, MarkAsLeft markAsLeft, InstantSource clock) {
    this.viewOccupancy = viewOccupancy;
    this.markAsLeft = markAsLeft;
    this.clock = clock;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public OccupancyResponse view(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return viewOccupancy
        .view(caller, new VenueId(venue), PageResponse.request(limit, cursor))
        .map(OccupancyResponse::of)
        .orElseThrow(ProblemException::of);
  }

  /** A POST, since no personal value may stand in an address. */
  @POST
  @Path("search")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public FoundResponse search(
      @Context Caller.Resident caller, @PathParam("id") UUID venue, SearchRequest request) {
    return request
        .search(viewOccupancy, caller, new VenueId(venue), clock)
        .map(found -> new FoundResponse(found.stream().map(PersonResponse::of).toList()))
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("{personRef}/departure")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public ScanResponse mark(
      @Context Caller.Resident caller,
      @Context Messages messages,
      @PathParam("id") UUID venue,
      @PathParam("personRef") UUID person,
      DepartureRequest request) {
    var fields = new Fields();
    var scan = fields.required("scanId", request.scanId(), ScanId::new);
    fields.verify();
    return markAsLeft
        .mark(caller, new VenueId(venue), new VisitId(person), scan.get())
        .map(record -> ScanResponse.of(record, messages))
        .orElseThrow(ProblemException::of);
  }

  record DepartureRequest(@Nullable String scanId) {}

  /** Those inside whom a search found. */
  record FoundResponse(List<PersonResponse> people) {}
}
