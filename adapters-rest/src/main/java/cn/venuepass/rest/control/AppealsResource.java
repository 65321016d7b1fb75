package cn.venuepass.rest.control;

import cn.venuepass.application.control.AnswerAppeals;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlAppealId;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Appeals against control orders, for the controllers who answer. */
@Path(ApiPaths.BASE + "/appeals")
@Produces(MediaType.APPLICATION_JSON)
public final class AppealsResource {
  private final AnswerAppeals answerAppeals;
  private final InstantSource clock;

  public AppealsResource(AnswerAppeals answerAppeals, InstantSource clock) {
    this.answerAppeals = answerAppeals;
    this.clock = clock;
  }

  @GET
  @Allowed(Role.CONTROLLER)
  public PageResponse<AppealResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("status") @Nullable String status,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var fields = new Fields();
    var wanted = fields.optional("status", status, Fields.oneOf(ControlAppeal.Status.class));
    fields.verify();
    Instant now = clock.instant();
    return PageResponse.of(
        answerAppeals.list(
            caller,
            wanted.get().orElse(ControlAppeal.Status.OPEN),
            PageResponse.request(limit, cursor)),
        appeal -> AppealResponse.of(appeal, now));
  }

  @POST
  @Path("{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.CONTROLLER)
  public AppealResponse decide(
      @Context Caller.Staff caller, @PathParam("id") UUID id, DecisionRequest request) {
    var fields = new Fields();
    var upheld = fields.required("upheld", request.upheld(), Function.<Boolean>identity());
    var answer = fields.required("answer", request.answer(), ControlNote::new);
    fields.verify();
    return answerAppeals
        .decide(caller, new ControlAppealId(id), upheld.get(), answer.get())
        .map(decided -> AppealResponse.of(decided, clock.instant()))
        .orElseThrow(ProblemException::of);
  }

  record DecisionRequest(@Nullable Boolean upheld, @Nullable String answer) {
    @Override
    public String toString() {
      return "DecisionRequest[***]";
    }
  }
}
