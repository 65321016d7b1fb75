package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.ReviewVenues;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.RejectionReason;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.ItemsResponse;
import cn.venuepass.rest.json.Narrow;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.json.Times;
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
import java.util.UUID;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;

/** The community's review. */
@Path(ApiPaths.BASE)
@Produces(MediaType.APPLICATION_JSON)
public final class ReviewResource {
  private static final ApprovalRequest NO_BODY = new ApprovalRequest(null);

  private final ReviewVenues review;

  public ReviewResource(ReviewVenues review) {
    this.review = review;
  }

  @GET
  @Path("review/applications")
  @Allowed(Role.REVIEWER)
  public PageResponse<VenueResponse> queue(
      @Context Caller.Staff caller,
      @QueryParam("status") @Nullable String status,
      @QueryParam("division") @Nullable String division,
      @QueryParam("type") @Nullable String type,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var narrowing = Narrow.to(division, type);
    var fields = new Fields();
    var wanted = fields.optional("status", status, ReviewResource::status);
    fields.verify();
    return PageResponse.of(
        review.queue(
            caller,
            narrowing,
            wanted.get().orElse(VenueStatus.PENDING),
            PageResponse.request(limit, cursor)),
        VenueResponse::of);
  }

  /** Each is decided for itself, so that one that cannot be approved keeps no other back. */
  @POST
  @Path("review/approvals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.REVIEWER)
  public ItemsResponse<ApprovalResponse> approveAll(
      @Context Caller.Staff caller, ApprovalsRequest request) {
    return new ItemsResponse<>(
        request.applications().stream()
            .map(
                application ->
                    new ApprovalResponse(
                        application.venue().value(),
                        review
                            .approve(caller, application.venue(), application.seen())
                            .fold(
                                approved -> approved.state().status().name(),
                                denial -> ProblemException.of(denial).type().name())))
            .toList());
  }

  @POST
  @Path("venues/{id}/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.REVIEWER)
  public VenueResponse approve(
      @Context Caller.Staff caller, @PathParam("id") UUID id, @Context ContainerRequest request) {
    var body = request.hasEntity() ? request.readEntity(ApprovalRequest.class) : NO_BODY;
    var fields = new Fields();
    var seen = fields.optional("appliedAt", body.appliedAt(), Times::read);
    fields.verify();
    return review
        .approve(caller, new VenueId(id), seen.get())
        .map(VenueResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("venues/{id}/rejection")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.REVIEWER)
  public VenueResponse reject(
      @Context Caller.Staff caller, @PathParam("id") UUID id, RejectionRequest request) {
    var fields = new Fields();
    var reason = fields.required("reason", request.reason(), RejectionReason::new);
    var seen = fields.optional("appliedAt", request.appliedAt(), Times::read);
    fields.verify();
    return review
        .reject(caller, new VenueId(id), seen.get(), reason.get())
        .map(VenueResponse::of)
        .orElseThrow(ProblemException::of);
  }

  private static VenueStatus status(String text) {
    VenueStatus status = Fields.oneOf(VenueStatus.class).apply(text);
    if (status == VenueStatus.REMOVED) {
      throw new InvalidValue("status", Rule.UNKNOWN);
    }
    return status;
  }

  /**
   * What became of a venue.
   *
   * @param result APPROVED, or the code of the problem
   */
  record ApprovalResponse(UUID venueId, String result) {}

  /**
   * A decision.
   *
   * @param appliedAt of the application that the reviewer saw
   */
  record ApprovalRequest(@Nullable String appliedAt) {}

  record RejectionRequest(@Nullable String reason, @Nullable String appliedAt) {}
}
