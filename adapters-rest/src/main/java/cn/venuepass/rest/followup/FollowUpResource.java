package cn.venuepass.rest.followup;

import cn.venuepass.application.followup.FollowContacts;
import cn.venuepass.application.followup.FollowContacts.Listing;
import cn.venuepass.application.followup.FollowUpUseCases;
import cn.venuepass.application.followup.FollowUps;
import cn.venuepass.application.followup.NotifyContacts;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.person.PersonId;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the team of a case does for its contacts. */
@Path(ApiPaths.BASE + "/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class FollowUpResource {
  private final FollowContacts followUps;
  private final NotifyContacts notices;

  public FollowUpResource(FollowUpUseCases followUp) {
    this.followUps = followUp.followContacts();
    this.notices = followUp.notifyContacts();
  }

  @POST
  @Path("assignments")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.TRACER)
  public AssignmentResponse assign(
      @Context Caller.Staff caller, @PathParam("id") UUID id, AssignmentRequest request) {
    return followUps
        .assign(caller, new CaseId(id), request.order())
        .map(AssignmentResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("follow-up")
  @Allowed(Role.TRACER)
  public ListingResponse list(
      @Context Caller.Staff caller,
      @PathParam("id") UUID id,
      @QueryParam("state") @Nullable String state,
      @QueryParam("assignee") @Nullable String assignee,
      @QueryParam("mine") @Nullable String mine,
      @QueryParam("due") @Nullable String due,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var fields = new Fields();
    var progress = fields.optional("state", state, Fields.oneOf(FollowUpState.class));
    var member = fields.optional("assignee", assignee, text -> new StaffId(Fields.id(text)));
    var own = fields.optional("mine", mine, FollowUpResource::isTrue);
    var waiting = fields.optional("due", due, FollowUpResource::isTrue);
    fields.verify();
    var filter =
        new FollowUps.Filter(
            progress.get(),
            own.get().filter(wanted -> wanted).map(wanted -> caller.account().id()).or(member::get),
            false,
            waiting.get().orElse(false));
    return followUps
        .list(caller, new CaseId(id), filter, PageResponse.request(limit, cursor))
        .map(ListingResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("follow-up/counts")
  @Allowed(Role.TRACER)
  public FollowContacts.Board count(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return followUps.count(caller, new CaseId(id)).orElseThrow(ProblemException::of);
  }

  @GET
  @Path("contacts/{personRef}/follow-up")
  @Allowed(Role.TRACER)
  public FollowUpResponse.WithSteps view(
      @Context Caller.Staff caller,
      @PathParam("id") UUID id,
      @PathParam("personRef") UUID contact) {
    return followUps
        .view(caller, new CaseId(id), new PersonId(contact))
        .map(FollowUpResponse.WithSteps::of)
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("contacts/{personRef}/follow-up")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.TRACER)
  public FollowUpResponse.State note(
      @Context Caller.Staff caller,
      @PathParam("id") UUID id,
      @PathParam("personRef") UUID contact,
      StepRequest request) {
    return followUps
        .note(caller, new CaseId(id), new PersonId(contact), request.report())
        .map(followed -> FollowUpResponse.State.of(followed.drill(), followed.followUp()))
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("exposure-notices")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.TRACER)
  public NotifyContacts.Told tell(
      @Context Caller.Staff caller, @PathParam("id") UUID id, NoticeRequest request) {
    NoticeRequest.Whom whom = request.whom();
    return notices
        .tell(caller, new CaseId(id), whom.grades(), whom.rings())
        .orElseThrow(ProblemException::of);
  }

  private static boolean isTrue(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidValue("flag", Rule.UNKNOWN);
    };
  }

  record AssignmentResponse(boolean drill, int assigned, List<UUID> personRefs) {
    static AssignmentResponse of(FollowContacts.Assignment done) {
      List<UUID> people = done.people().stream().map(PersonId::value).toList();
      return new AssignmentResponse(done.drill(), people.size(), people);
    }
  }

  record ListingResponse(boolean drill, List<FollowUpResponse> items, @Nullable String next) {
    static ListingResponse of(Listing listing) {
      return new ListingResponse(
          listing.drill(),
          listing.items().stream().map(each -> FollowUpResponse.of(listing.drill(), each)).toList(),
          PageResponse.text(listing.next()).orElse(null));
    }
  }
}
