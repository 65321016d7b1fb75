package cn.venuepass.rest.access;

import cn.venuepass.application.access.KeepOwnCredentials;
import cn.venuepass.application.access.KeepOwnCredentials.Enrolment;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.NewPassword;
import cn.venuepass.domain.access.StaffObligation;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The own account of whoever works here: who am I, password, authenticator app. */
@Path(ApiPaths.BASE + "/staff/me")
@Produces(MediaType.APPLICATION_JSON)
public final class OwnCredentialsResource {
  private final KeepOwnCredentials credentials;

  public OwnCredentialsResource(KeepOwnCredentials credentials) {
    this.credentials = credentials;
  }

  @GET
  @ForStaff
  @DespiteObligations
  public OwnAccountResponse view(@Context Caller.Staff caller) {
    return new OwnAccountResponse(
        StaffResponse.of(caller.account()), caller.obligation().orElse(null));
  }

  @PUT
  @Path("password")
  @Consumes(MediaType.APPLICATION_JSON)
  @ForStaff
  @DespiteObligations
  public void changePassword(@Context Caller.Staff caller, PasswordRequest request) {
    var fields = new Fields();
    var current =
        fields.required("currentPassword", request.currentPassword(), Function.<String>identity());
    var next = fields.required("newPassword", request.newPassword(), NewPassword::new);
    fields.verify();
    credentials.changePassword(caller, current.get(), next.get()).orElseThrow(ProblemException::of);
  }

  @POST
  @Path("second-factor")
  @ForStaff
  @DespiteObligations
  public Response enrol(@Context Caller.Staff caller) {
    return Response.status(Response.Status.CREATED)
        .entity(
            credentials.enrol(caller).map(EnrolmentResponse::of).orElseThrow(ProblemException::of))
        .build();
  }

  @POST
  @Path("second-factor/confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  @ForStaff
  @DespiteObligations
  public void confirm(@Context Caller.Staff caller, ConfirmationRequest request) {
    var fields = new Fields();
    var otp = fields.required("otp", request.otp(), Function.<String>identity());
    fields.verify();
    credentials.confirm(caller, otp.get()).orElseThrow(ProblemException::of);
  }

  /** The caller's account, and what it owes before anything else. */
  record OwnAccountResponse(
      @JsonUnwrapped StaffResponse account,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StaffObligation obligation) {}

  record PasswordRequest(@Nullable String currentPassword, @Nullable String newPassword) {
    @Override
    public String toString() {
      return "PasswordRequest[***]";
    }
  }

  record ConfirmationRequest(@Nullable String otp) {
    @Override
    public String toString() {
      return "ConfirmationRequest[***]";
    }
  }

  /** What an authenticator app learns; the URI as text or as a QR code. */
  record EnrolmentResponse(String secret, URI uri) {
    static EnrolmentResponse of(Enrolment enrolment) {
      return new EnrolmentResponse(enrolment.secret(), enrolment.uri());
    }

    @Override
    public String toString() {
      return "EnrolmentResponse[***]";
    }
  }
}
