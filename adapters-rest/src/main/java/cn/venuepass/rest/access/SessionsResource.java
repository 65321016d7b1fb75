package cn.venuepass.rest.access;

import cn.venuepass.application.access.AccessUseCases;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Username;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Signing in, going on, signing out. */
@Path(ApiPaths.BASE + "/sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsResource {
  private final AccessUseCases access;

  public SessionsResource(AccessUseCases access) {
    this.access = access;
  }

  @POST
  @Path("wechat")
  @Open
  public SessionResponse withWeChat(WeChatSignInRequest request) {
    var fields = new Fields();
    var code = fields.required("code", request.code(), Function.identity());
    fields.verify();
    return access
        .signIn()
        .withWeChat(code.get())
        .map(SessionResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("staff")
  @Open
  public SessionResponse asStaff(StaffSignInRequest request) {
    var fields = new Fields();
    var username = fields.required("username", request.username(), Username::new);
    var password = fields.required("password", request.password(), Function.<String>identity());
    var otp = fields.optional("otp", request.otp(), Function.<String>identity());
    fields.verify();
    return access
        .signIn()
        .asStaff(username.get(), password.get(), otp.get())
        .map(SessionResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("refresh")
  @Open
  public SessionResponse refresh(RefreshRequest request) {
    var fields = new Fields();
    var token = fields.required("refreshToken", request.refreshToken(), Function.identity());
    fields.verify();
    return access
        .refreshSession()
        .refresh(token.get())
        .map(SessionResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @DELETE
  @Path("current")
  @Consumes(MediaType.WILDCARD)
  @SignedIn
  @DespiteObligations
  public void end(@Context Caller caller) {
    access.signOut().end(caller.session());
  }

  record WeChatSignInRequest(@Nullable String code) {
    @Override
    public String toString() {
      return "WeChatSignInRequest[***]";
    }
  }

  /**
   * Staff credentials.
   *
   * @param otp what the authenticator app shows, of accounts that have one
   */
  record StaffSignInRequest(
      @Nullable String username, @Nullable String password, @Nullable String otp) {
    @Override
    public String toString() {
      return "StaffSignInRequest[***]";
    }
  }

  record RefreshRequest(@Nullable String refreshToken) {
    @Override
    public String toString() {
      return "RefreshRequest[***]";
    }
  }
}
