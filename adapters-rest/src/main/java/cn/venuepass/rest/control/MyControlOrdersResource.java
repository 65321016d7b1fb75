package cn.venuepass.rest.control;

import cn.venuepass.application.control.AppealAgainstControl;
import cn.venuepass.application.control.AppealAgainstControl.Concerning;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.control.ControlSignature;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The control orders that concern the caller, their family or their venues: since and until when,
 * never why.
 */
@Path(ApiPaths.BASE + "/me/control-orders")
@Produces(MediaType.APPLICATION_JSON)
public final class MyControlOrdersResource {
  private final AppealAgainstControl appeals;
  private final InstantSource clock;

  public MyControlOrdersResource(AppealAgainstControl appeals, InstantSource clock) {
    this.appeals = appeals;
    this.clock = clock;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public PageResponse<MyOrderResponse> list(
      @Context Caller.Resident caller,
      @Context Messages messages,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    Instant now = clock.instant();
    return PageResponse.of(
        appeals.list(caller, PageResponse.request(limit, cursor)),
        concerning -> MyOrderResponse.of(concerning, messages, now));
  }

  @POST
  @Path("{id}/appeals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public Response appeal(
      @Context Caller.Resident caller,
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      AppealRequest request) {
    var fields = new Fields();
    var text = fields.required("text", request.text(), ControlNote::new);
    fields.verify();
    ControlAppeal made =
        appeals
            .appeal(
                caller,
                new ControlOrderId(id),
                text.get(),
                CreationKeys.of(caller, "control-appeal", key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED)
        .entity(AppealResponse.of(made, clock.instant()))
        .build();
  }

  record AppealRequest(@Nullable String text) {
    @Override
    public String toString() {
      return "AppealRequest[***]";
    }
  }

  /**
   * An order as those whom it concerns see it.
   *
   * @param endedAt when it was lifted before its time
   * @param helpPhone whom to ask
   * @param forFamily the family member whom it concerns; absent for one's own
   */
  record MyOrderResponse(
      UUID id,
      ControlTarget.Kind type,
      @Nullable UUID venueId,
      @Nullable String venueName,
      ControlOrder.State state,
      Instant since,
      Instant until,
      @Nullable Instant endedAt,
      String message,
      String helpPhone,
      @Nullable AppealResponse appeal,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID forFamily) {
    private static MyOrderResponse of(Concerning concerning, Messages messages, Instant now) {
      ControlOrder order = concerning.order();
      return new MyOrderResponse(
          order.id().value(),
          order.target().kind(),
          order.target() instanceof ControlTarget.OfVenue of ? of.venue().value() : null,
          concerning.venue().map(VenueName::text).orElse(null),
          order.state(now),
          order.approved().map(ControlSignature::at).orElseThrow(),
          order.expiresAt(),
          order.ending().map(end -> end.signed().at()).orElse(null),
          order.state(now) == ControlOrder.State.ACTIVE
              ? messages.of(order.target().kind())
              : messages.over(order.target().kind()),
          messages.helpPhone(),
          concerning.appeal().map(appeal -> AppealResponse.of(appeal, now)).orElse(null),
          concerning.family().map(FamilyLinkId::value).orElse(null));
    }
  }
}
