package cn.venuepass.rest.access;

import cn.venuepass.application.Result;
import cn.venuepass.application.access.ManageStaff;
import cn.venuepass.application.access.ManageStaff.TemporaryPassword;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Staff accounts, for the administrators who answer for them. */
@Path(ApiPaths.BASE + "/staff")
@Produces(MediaType.APPLICATION_JSON)
public final class StaffResource {
  private final ManageStaff staff;

  public StaffResource(ManageStaff staff) {
    this.staff = staff;
  }

  @GET
  @Allowed(Role.ADMIN)
  public PageResponse<StaffResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return PageResponse.of(
        staff.list(caller, PageResponse.request(limit, cursor)), StaffResponse::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.ADMIN)
  public Response add(@Context Caller.Staff caller, NewStaffRequest request) {
    var fields = new Fields();
    var username = fields.required("username", request.username(), Username::new);
    var rights = new RightsRequest(request.roles(), request.divisionCode(), request.venueTypes());
    var read = rights.read(fields);
    return Response.status(Response.Status.CREATED)
        .entity(
            given(staff.add(caller, username.get(), read.roles().get(), read.jurisdiction().get())))
        .build();
  }

  @GET
  @Path("{id}")
  @Allowed(Role.ADMIN)
  public StaffResponse view(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return response(staff.view(caller, new StaffId(id)));
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.ADMIN)
  public StaffResponse entrust(
      @Context Caller.Staff caller, @PathParam("id") UUID id, RightsRequest request) {
    var read = request.read(new Fields());
    return response(
        staff.entrust(caller, new StaffId(id), read.roles().get(), read.jurisdiction().get()));
  }

  @POST
  @Path("{id}/disabling")
  @Allowed(Role.ADMIN)
  public StaffResponse disable(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return response(staff.disable(caller, new StaffId(id)));
  }

  @POST
  @Path("{id}/enabling")
  @Allowed(Role.ADMIN)
  public StaffResponse enable(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return response(staff.enable(caller, new StaffId(id)));
  }

  @POST
  @Path("{id}/password-reset")
  @Allowed(Role.ADMIN)
  public TemporaryPasswordResponse resetPassword(
      @Context Caller.Staff caller, @PathParam("id") UUID id) {
    return given(staff.resetPassword(caller, new StaffId(id)));
  }

  @POST
  @Path("{id}/second-factor-reset")
  @Allowed(Role.ADMIN)
  public StaffResponse resetSecondFactor(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return response(staff.resetSecondFactor(caller, new StaffId(id)));
  }

  private static StaffResponse response(Result<StaffAccount> account) {
    return account.map(StaffResponse::of).orElseThrow(ProblemException::of);
  }

  private static TemporaryPasswordResponse given(Result<TemporaryPassword> password) {
    return password
        .map(
            known ->
                new TemporaryPasswordResponse(StaffResponse.of(known.account()), known.password()))
        .orElseThrow(ProblemException::of);
  }

  record NewStaffRequest(
      @Nullable String username,
      @Nullable List<String> roles,
      @Nullable String divisionCode,
      @Nullable List<String> venueTypes) {}

  /** An account with a password that is shown this once. */
  record TemporaryPasswordResponse(StaffResponse account, String temporaryPassword) {
    @Override
    public String toString() {
      return "TemporaryPasswordResponse[***]";
    }
  }
}
