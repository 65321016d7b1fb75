package cn.venuepass.rest.gate;

import cn.venuepass.application.gate.RegisterPerson;
import cn.venuepass.application.gate.RegisterPerson.Registered;
import cn.venuepass.application.gate.UploadRegistrations;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.ItemsResponse;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.visit.ScanResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A manager registers people, with network and afterwards. */
@Path(ApiPaths.BASE + "/venues/{id}/registrations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RegistrationResource {
  private final RegisterPerson registerPerson;
  private final UploadRegistrations uploadRegistrations;
  private final InstantSource clock;

  public RegistrationResource(
      RegisterPerson registerPerson, UploadRegistrations uploadRegistrations, InstantSource clock) {
    this.registerPerson = registerPerson;
    this.uploadRegistrations = uploadRegistrations;
    this.clock = clock;
  }

  @POST
  @Allowed(Role.RESIDENT)
  public RegistrationResponse register(
      @Context Caller.Resident caller,
      @Context Messages messages,
      @PathParam("id") UUID venue,
      RegistrationRequest request) {
    return registerPerson
        .register(caller, new VenueId(venue), request.registration(clock))
        .map(registered -> RegistrationResponse.of(registered, messages))
        .orElseThrow(ProblemException::of);
  }

  /** Each item becomes a {@link ScanResponse}, or the problem that it alone has. */
  @POST
  @Path("batch")
  @Allowed(Role.RESIDENT)
  public ItemsResponse<Object> upload(
      @Context Caller.Resident caller,
      @Context Messages messages,
      @PathParam("id") UUID venue,
      UploadRequest request) {
    UploadedItems items = request.read(clock);
    return uploadRegistrations
        .upload(caller, new VenueId(venue), items.upload())
        .map(results -> new ItemsResponse<>(items.answers(results, messages)))
        .orElseThrow(ProblemException::of);
  }

  /** The answer to the scan, and who it is, masked. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RegistrationResponse(@JsonUnwrapped ScanResponse answer, @Nullable String maskedName) {
    static RegistrationResponse of(Registered registered, Messages messages) {
      return new RegistrationResponse(
          ScanResponse.of(registered.record(), messages), registered.maskedName().orElse(null));
    }
  }
}
