package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.AppointManagers;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.ItemsResponse;
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

/** Who manages a venue; for its applicant. */
@Path(ApiPaths.BASE + "/venues/{id}/managers")
@Produces(MediaType.APPLICATION_JSON)
public final class ManagersResource {
  private final AppointManagers managers;
  private final InstantSource clock;

  public ManagersResource(AppointManagers managers, InstantSource clock) {
    this.managers = managers;
    this.clock = clock;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public ItemsResponse<ManagerResponse> list(
      @Context Caller.Resident caller, @PathParam("id") UUID venue) {
    return managers
        .list(caller, new VenueId(venue))
        .map(list -> new ItemsResponse<>(list.stream().map(this::response).toList()))
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public Response add(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      ManagerRequest request) {
    var fields = new Fields();
    var idNumber = fields.required("idNumber", request.idNumber(), PersonFields.idNumber(clock));
    var name = fields.required("name", request.name(), PersonName::new);
    fields.verify();
    Manager manager =
        managers
            .add(
                caller,
                new VenueId(venue),
                idNumber.get(),
                name.get(),
                CreationKeys.of(caller, "manager/" + venue, key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(response(manager)).build();
  }

  @DELETE
  @Path("{managerId}")
  @Allowed(Role.RESIDENT)
  public void remove(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @PathParam("managerId") UUID manager) {
    managers
        .remove(caller, new VenueId(venue), new ManagerId(manager))
        .orElseThrow(ProblemException::of);
  }

  private ManagerResponse response(Manager manager) {
    return new ManagerResponse(
        manager.id().value(),
        manager.name().masked(),
        manager.maskedIdNumber(),
        manager.activeFrom(),
        manager.activeAt(clock.instant())
            ? ManagerResponse.Status.ACTIVE
            : ManagerResponse.Status.ACTIVATING);
  }

  record ManagerRequest(@Nullable String name, @Nullable String idNumber) {
    @Override
    public String toString() {
      return "ManagerRequest[***]";
    }
  }

  /** A manager, masked. */
  record ManagerResponse(
      UUID id, String maskedName, String maskedIdNumber, Instant activeFrom, Status status) {
    enum Status {
      ACTIVATING,
      ACTIVE
    }
  }
}
