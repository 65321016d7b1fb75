package cn.venuepass.rest.access;

import cn.venuepass.application.access.CodeSent;
import cn.venuepass.application.access.SignInByPhone;
import cn.venuepass.application.lookup.RateLimits.Who;
import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.person.PersonFields;
import cn.venuepass.rest.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Signing in by a phone and a one-time code that is sent to it. */
@Path(ApiPaths.BASE + "/sessions/phone")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PhoneSessionsResource {
  private final SignInByPhone signInByPhone;

  public PhoneSessionsResource(SignInByPhone signInByPhone) {
    this.signInByPhone = signInByPhone;
  }

  @POST
  @Open
  public Response request(@Context ClientAddress address, CodeRequest request) {
    var fields = new Fields();
    var phone = fields.required("phone", request.phone(), PersonFields::phone);
    fields.verify();
    return signInByPhone
        .request(phone.get(), new Who.Address(address.text()))
        .map(sent -> Response.accepted(CodeSentResponse.of(sent)).build())
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("verification")
  @Open
  public SessionResponse verify(@Context ClientAddress address, VerificationRequest request) {
    var fields = new Fields();
    var phone = fields.required("phone", request.phone(), PersonFields::phone);
    var code = fields.required("code", request.code(), SignInCode::new);
    fields.verify();
    return signInByPhone
        .verify(phone.get(), code.get(), new Who.Address(address.text()))
        .map(SessionResponse::of)
        .orElseThrow(ProblemException::of);
  }

  record CodeRequest(@Nullable String phone) {
    @Override
    public String toString() {
      return "CodeRequest[***]";
    }
  }

  record VerificationRequest(@Nullable String phone, @Nullable String code) {
    @Override
    public String toString() {
      return "VerificationRequest[***]";
    }
  }

  /**
   * How long the code is good, in seconds.
   *
   * @param demoCode the code itself, in a demo only
   */
  record CodeSentResponse(
      long expiresIn, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String demoCode) {
    static CodeSentResponse of(CodeSent sent) {
      return new CodeSentResponse(
          sent.expiresIn().toSeconds(), sent.shown().map(SignInCode::digits).orElse(null));
    }

    @Override
    public String toString() {
      return "CodeSentResponse[***]";
    }
  }
}
