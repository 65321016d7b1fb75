package cn.venuepass.rest.visit;

import cn.venuepass.application.visit.RegisterByIdNumber;
import cn.venuepass.application.visit.RegisterByIdNumber.Registration;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.person.PersonFields;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.ProblemException;
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

/** A manager registers people who have no phone. */
@Path(ApiPaths.BASE + "/venues/{id}/registrations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RegistrationResource {
  private final RegisterByIdNumber registerByIdNumber;
  private final InstantSource clock;

  public RegistrationResource(RegisterByIdNumber registerByIdNumber, InstantSource clock) {
    this.registerByIdNumber = registerByIdNumber;
    this.clock = clock;
  }

  @POST
  @Allowed(Role.RESIDENT)
  public ScanResponse register(
      @Context Caller.Resident caller,
      @Context Messages messages,
      @PathParam("id") UUID venue,
      RegistrationRequest request) {
    return registerByIdNumber
        .register(caller, new VenueId(venue), request.registration(clock))
        .map(record -> ScanResponse.of(record, messages))
        .orElseThrow(ProblemException::of);
  }

  record RegistrationRequest(
      @Nullable String scanId,
      @Nullable String direction,
      @Nullable String idNumber,
      @Nullable String name) {

    Registration registration(InstantSource clock) {
      var fields = new Fields();
      var scan = fields.required("scanId", scanId, ScanId::new);
      var way = fields.required("direction", direction, Fields.oneOf(Direction.class));
      var number = fields.required("idNumber", idNumber, PersonFields.idNumber(clock));
      var person = fields.optional("name", name, PersonName::new);
      fields.verify();
      return new Registration(scan.get(), way.get(), number.get(), person.get());
    }

    @Override
    public String toString() {
      return "RegistrationRequest[***]";
    }
  }
}
