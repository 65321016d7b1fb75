package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.KeepRoster;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.venue.RosterEntry;
import cn.venuepass.domain.venue.RosterEntryId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.ItemsResponse;
import cn.venuepass.rest.json.Times;
import cn.venuepass.rest.person.PersonFields;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who works at a venue; for its managers. */
@Path(ApiPaths.BASE + "/venues/{id}/roster")
@Produces(MediaType.APPLICATION_JSON)
public final class RosterResource {
  private final KeepRoster roster;
  private final InstantSource clock;

  public RosterResource(KeepRoster roster, InstantSource clock) {
    this.roster = roster;
    this.clock = clock;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public ItemsResponse<RosterEntryResponse> list(
      @Context Caller.Resident caller, @PathParam("id") UUID venue) {
    return roster
        .list(caller, new VenueId(venue))
        .map(list -> new ItemsResponse<>(list.stream().map(RosterEntryResponse::of).toList()))
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public Response add(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      RosterEntryRequest request) {
    var fields = new Fields();
    var idNumber = fields.required("idNumber", request.idNumber(), PersonFields.idNumber(clock));
    var name = fields.required("name", request.name(), PersonName::new);
    var since = fields.optional("since", request.since(), Times::read);
    fields.verify();
    RosterEntry entry =
        roster
            .add(
                caller,
                new VenueId(venue),
                idNumber.get(),
                name.get(),
                since.get(),
                CreationKeys.of(caller, "roster/" + venue, key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(RosterEntryResponse.of(entry)).build();
  }

  @DELETE
  @Path("{entryId}")
  @Allowed(Role.RESIDENT)
  public void remove(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @PathParam("entryId") UUID entry) {
    roster
        .remove(caller, new VenueId(venue), new RosterEntryId(entry))
        .orElseThrow(ProblemException::of);
  }

  record RosterEntryRequest(
      @Nullable String name, @Nullable String idNumber, @Nullable String since) {
    @Override
    public String toString() {
      return "RosterEntryRequest[***]";
    }
  }

  /** Somebody who works at a venue, masked. */
  record RosterEntryResponse(UUID id, String maskedName, String maskedIdNumber, Instant since) {
    static RosterEntryResponse of(RosterEntry entry) {
      return new RosterEntryResponse(
          entry.id().value(), entry.name().masked(), entry.maskedIdNumber(), entry.since());
    }
  }
}
