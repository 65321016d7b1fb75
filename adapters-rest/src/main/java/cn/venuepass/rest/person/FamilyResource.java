package cn.venuepass.rest.person;

import cn.venuepass.application.person.FamilyMember;
import cn.venuepass.application.person.LookAfterFamily;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.Relation;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.ItemsResponse;
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
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The family members without a phone whom the caller looks after. */
@Path(ApiPaths.BASE + "/me/family")
@Produces(MediaType.APPLICATION_JSON)
public final class FamilyResource {
  private final LookAfterFamily family;
  private final InstantSource clock;

  public FamilyResource(LookAfterFamily family, InstantSource clock) {
    this.family = family;
    this.clock = clock;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public ItemsResponse<FamilyMemberResponse> list(@Context Caller.Resident caller) {
    return new ItemsResponse<>(family.list(caller).stream().map(FamilyMemberResponse::of).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public Response add(
      @Context Caller.Resident caller,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      FamilyMemberRequest request) {
    var fields = new Fields();
    var idNumber = fields.required("idNumber", request.idNumber(), PersonFields.idNumber(clock));
    var name = fields.required("name", request.name(), PersonName::new);
    var relation = fields.required("relation", request.relation(), Relation::new);
    fields.verify();
    FamilyMember member =
        family
            .add(
                caller,
                idNumber.get(),
                name.get(),
                relation.get(),
                CreationKeys.of(caller, "family", key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(FamilyMemberResponse.of(member)).build();
  }

  @DELETE
  @Path("{id}")
  @Allowed(Role.RESIDENT)
  public void remove(@Context Caller.Resident caller, @PathParam("id") UUID id) {
    family.remove(caller, new FamilyLinkId(id)).orElseThrow(ProblemException::of);
  }

  record FamilyMemberRequest(
      @Nullable String name, @Nullable String idNumber, @Nullable String relation) {
    @Override
    public String toString() {
      return "FamilyMemberRequest[***]";
    }
  }
}
