package cn.venuepass.rest.access;

import cn.venuepass.application.access.ProvePhone;
import cn.venuepass.application.lookup.RateLimits.Who;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.person.PersonFields;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The phone that signs in to the caller's account too, and gets what WeChat does not bring. */
@Path(ApiPaths.BASE + "/me/phone")
@Produces(MediaType.APPLICATION_JSON)
public final class MyPhoneResource {
  private final ProvePhone provePhone;

  public MyPhoneResource(ProvePhone provePhone) {
    this.provePhone = provePhone;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public void prove(
      @Context Caller.Resident caller, @Context ClientAddress address, ProofRequest request) {
    var fields = new Fields();
    var phone = fields.required("phone", request.phone(), PersonFields::phone);
    var code = fields.required("code", request.code(), SignInCode::new);
    fields.verify();
    var unused =
        provePhone
            .prove(caller.account(), phone.get(), code.get(), new Who.Address(address.text()))
            .orElseThrow(ProblemException::of);
  }

  record ProofRequest(@Nullable String phone, @Nullable String code) {
    @Override
    public String toString() {
      return "ProofRequest[***]";
    }
  }
}
