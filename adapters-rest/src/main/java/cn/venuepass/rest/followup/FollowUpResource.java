package cn.venuepass.rest.followup;

import cn.venuepass.application.followup.FollowContacts;
import cn.venuepass.application.followup.FollowContacts.Listing;
import cn.venuepass.application.followup.FollowUps;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The daily list of the team of a case. */
@Path(ApiPaths.BASE + "/cases/{id}/follow-up")
@Produces(MediaType.APPLICATION_JSON)
public final class FollowUpResource {
  private final FollowContacts followUps;

  public FollowUpResource(FollowContacts followUps) {
    this.followUps = followUps;
  }

  @GET
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
    var own = fields.optional("mine", mine, Fields::flag);
    var waiting = fields.optional("due", due, Fields::flag);
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
  @Path("counts")
  @Allowed(Role.TRACER)
  public FollowContacts.Board count(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return followUps.count(caller, new CaseId(id)).orElseThrow(ProblemException::of);
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
