package cn.venuepass.rest.cases;

import cn.venuepass.application.cases.CaseRepository;
import cn.venuepass.application.cases.CaseUseCases;
import cn.venuepass.application.cases.CaseView;
import cn.venuepass.application.cases.ConductCase;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cases of a tracer. */
@Path(ApiPaths.BASE + "/cases")
@Produces(MediaType.APPLICATION_JSON)
public final class CasesResource {
  private final CaseUseCases cases;
  private final ConductCase conductCase;

  public CasesResource(CaseUseCases cases) {
    this.cases = cases;
    this.conductCase = cases.conductCase();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.TRACER)
  public Response open(
      @Context Caller.Staff caller,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      CaseRequest request) {
    CaseView opened =
        cases
            .openCase()
            .open(caller, request.opening(), CreationKeys.of(caller, "case", key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(CaseResponse.of(opened)).build();
  }

  @GET
  @Allowed(Role.TRACER)
  public PageResponse<CaseResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("status") @Nullable String status,
      @QueryParam("drill") @Nullable String drill,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var fields = new Fields();
    var wanted = fields.optional("status", status, Fields.oneOf(Case.Status.class));
    var exercise = fields.optional("drill", drill, Fields::flag);
    fields.verify();
    return PageResponse.of(
        cases
            .viewCases()
            .list(
                caller,
                new CaseRepository.Filter(wanted.get(), exercise.get()),
                PageResponse.request(limit, cursor)),
        CaseResponse::of);
  }

  @GET
  @Path("{id}")
  @Allowed(Role.TRACER)
  public CaseResponse view(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return cases
        .viewCases()
        .view(caller, new CaseId(id))
        .map(CaseResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @PUT
  @Path("{id}/illness")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.TRACER)
  public CaseResponse correct(
      @Context Caller.Staff caller, @PathParam("id") UUID id, IllnessRequest request) {
    return conductCase
        .correct(caller, new CaseId(id), request.illness())
        .map(CaseResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @PUT
  @Path("{id}/team")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.TRACER)
  public CaseResponse staff(
      @Context Caller.Staff caller, @PathParam("id") UUID id, TeamRequest request) {
    var fields = new Fields();
    var members = fields.required("members", request.members(), TeamRequest::usernames);
    fields.verify();
    return conductCase
        .staff(caller, new CaseId(id), members.get())
        .map(CaseResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("{id}/handover")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.TRACER)
  public CaseResponse handOver(
      @Context Caller.Staff caller, @PathParam("id") UUID id, HandoverRequest request) {
    var fields = new Fields();
    var to = fields.required("to", request.to(), Username::new);
    fields.verify();
    return conductCase
        .handOver(caller, new CaseId(id), to.get())
        .map(CaseResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("{id}/closing")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.TRACER)
  public CaseResponse close(
      @Context Caller.Staff caller, @PathParam("id") UUID id, ClosingRequest request) {
    var fields = new Fields();
    var report = fields.required("report", request.report(), Function.<String>identity());
    fields.verify();
    return conductCase
        .close(caller, new CaseId(id), report.get())
        .map(CaseResponse::of)
        .orElseThrow(ProblemException::of);
  }

  record TeamRequest(@Nullable List<@Nullable String> members) {
    static Set<Username> usernames(List<@Nullable String> names) {
      return names.stream()
          .map(name -> new Username(name == null ? "" : name))
          .collect(Collectors.toSet());
    }
  }

  record HandoverRequest(@Nullable String to) {}

  record ClosingRequest(@Nullable String report) {
    @Override
    public String toString() {
      return "ClosingRequest[***]";
    }
  }
}
