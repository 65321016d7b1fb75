package cn.venuepass.rest.control;

import cn.venuepass.application.Result;
import cn.venuepass.application.control.ControlOrderFilter;
import cn.venuepass.application.control.ControlOrderFilter.Attention;
import cn.venuepass.application.control.ControlOrderFilter.Sort;
import cn.venuepass.application.control.ControlUseCases;
import cn.venuepass.application.control.MakeControlOrders;
import cn.venuepass.application.control.ViewControlOrders;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.venue.VenueName;
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

/** Control orders, for controllers: one proposes, another one approves. */
@Path(ApiPaths.BASE + "/control-orders")
@Produces(MediaType.APPLICATION_JSON)
public final class ControlOrdersResource {
  private final MakeControlOrders make;
  private final ViewControlOrders view;
  private final InstantSource clock;

  public ControlOrdersResource(ControlUseCases control, InstantSource clock) {
    this.make = control.makeControlOrders();
    this.view = control.viewControlOrders();
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.CONTROLLER)
  public Response propose(
      @Context Caller.Staff caller,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      ControlOrderRequest request) {
    return Response.status(Response.Status.CREATED)
        .entity(
            response(
                make.propose(
                    caller, request.proposal(), CreationKeys.of(caller, "control-order", key))))
        .build();
  }

  @GET
  @Allowed(Role.CONTROLLER)
  public PageResponse<ControlOrderResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("state") @Nullable String state,
      @QueryParam("target") @Nullable String target,
      @QueryParam("attention") @Nullable String attention,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var fields = new Fields();
    var stands = fields.optional("state", state, Fields.oneOf(ControlOrder.State.class));
    var kind = fields.optional("target", target, Fields.oneOf(ControlTarget.Kind.class));
    var soon = fields.optional("attention", attention, Fields.oneOf(Attention.class));
    var sorted = fields.optional("sort", sort, Fields.oneOf(Sort.class));
    fields.verify();
    Instant now = clock.instant();
    return PageResponse.of(
        view.list(
            caller,
            new ControlOrderFilter(
                stands.get(), kind.get(), soon.get(), sorted.get().orElse(Sort.LATEST_PROPOSAL)),
            PageResponse.request(limit, cursor)),
        listed -> ControlOrderResponse.of(listed, now));
  }

  @GET
  @Path("{id}")
  @Allowed(Role.CONTROLLER)
  public ControlOrderResponse view(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return view.view(caller, new ControlOrderId(id))
        .map(viewed -> ControlOrderResponse.of(viewed, clock.instant()))
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("{id}/approval")
  @Allowed(Role.CONTROLLER)
  public ControlOrderResponse approve(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return response(make.approve(caller, new ControlOrderId(id)));
  }

  @POST
  @Path("{id}/rejection")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.CONTROLLER)
  public ControlOrderResponse decline(
      @Context Caller.Staff caller, @PathParam("id") UUID id, ReasonRequest request) {
    return response(make.decline(caller, new ControlOrderId(id), request.note()));
  }

  @POST
  @Path("{id}/withdrawal")
  @Allowed(Role.CONTROLLER)
  public ControlOrderResponse withdraw(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return response(make.withdraw(caller, new ControlOrderId(id)));
  }

  @POST
  @Path("{id}/lift")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.CONTROLLER)
  public ControlOrderResponse lift(
      @Context Caller.Staff caller, @PathParam("id") UUID id, ReasonRequest request) {
    return response(make.lift(caller, new ControlOrderId(id), request.note()));
  }

  @GET
  @Path("{id}/people-inside")
  @Allowed({Role.CONTROLLER, Role.TRACER})
  public PageResponse<PersonInsideResponse> listPeopleInside(
      @Context Caller.Staff caller,
      @PathParam("id") UUID id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return view.listLockedIn(caller, new ControlOrderId(id), PageResponse.request(limit, cursor))
        .map(page -> PageResponse.of(page, PersonInsideResponse::of))
        .orElseThrow(ProblemException::of);
  }

  private ControlOrderResponse response(Result<ControlOrder> order) {
    return order
        .map(known -> ControlOrderResponse.of(known, clock.instant()))
        .orElseThrow(ProblemException::of);
  }

  record ReasonRequest(@Nullable String reason) {
    private ControlNote note() {
      var fields = new Fields();
      var note = fields.required("reason", reason, ControlNote::new);
      fields.verify();
      return note.get();
    }

    @Override
    public String toString() {
      return "ReasonRequest[***]";
    }
  }

  /** Somebody who was inside when the venue was locked. */
  record PersonInsideResponse(
      UUID personRef,
      @Nullable String name,
      @Nullable String phone,
      UUID venueId,
      @Nullable String venueName,
      Instant since) {
    private static @Nullable String fullName(Person person) {
      return person.name().map(PersonName::text).orElse(null);
    }

    private static PersonInsideResponse of(ViewControlOrders.Found found) {
      return new PersonInsideResponse(
          found.stay().person().value(),
          found
              .person()
              .map(person -> found.full() ? fullName(person) : person.maskedName())
              .orElse(null),
          found
              .person()
              .filter(person -> found.full())
              .flatMap(Person::phone)
              .map(PhoneNumber::national)
              .orElse(null),
          found.stay().venue().value(),
          found.venue().map(VenueName::text).orElse(null),
          found.stay().since());
    }

    @Override
    public String toString() {
      return "PersonInsideResponse[***]";
    }
  }
}
