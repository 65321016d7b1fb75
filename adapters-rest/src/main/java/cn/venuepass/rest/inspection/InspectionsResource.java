package cn.venuepass.rest.inspection;

import cn.venuepass.application.inspection.InspectVenues;
import cn.venuepass.application.inspection.InspectionFilter;
import cn.venuepass.application.inspection.InspectionFilter.Made;
import cn.venuepass.application.inspection.InspectionFilter.Progress;
import cn.venuepass.application.inspection.InspectionUseCases;
import cn.venuepass.application.inspection.ViewInspectionStatistics;
import cn.venuepass.application.photo.KeepPhotos;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionNote;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.photo.Photo;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.json.TimeWindow;
import cn.venuepass.rest.json.Times;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Inspections, by supervisors, and what venues do about them. */
@Path(ApiPaths.BASE + "/inspections")
@Produces(MediaType.APPLICATION_JSON)
public final class InspectionsResource {
  private static final Duration DEFAULT_WINDOW = Duration.ofDays(30);

  private final InspectionUseCases inspections;
  private final ViewInspectionStatistics statistics;
  private final KeepPhotos photos;
  private final InstantSource clock;

  public InspectionsResource(
      InspectionUseCases inspections, KeepPhotos photos, InstantSource clock) {
    this.inspections = inspections;
    this.statistics = inspections.viewStatistics();
    this.photos = photos;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.SUPERVISOR)
  public Response inspect(
      @Context Caller.Staff caller,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InspectionRequest request) {
    Inspection made =
        inspections
            .inspectVenues()
            .inspect(caller, request.report(), CreationKeys.of(caller, "inspection", key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(response(made, List.of())).build();
  }

  @GET
  @Allowed(Role.SUPERVISOR)
  public PageResponse<InspectionResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("division") @Nullable String division,
      @QueryParam("type") @Nullable String type,
      @QueryParam("state") @Nullable String state,
      @QueryParam("venue") @Nullable String venue,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("measure") @Nullable String measure,
      @QueryParam("notOk") @Nullable String notOk,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var fields = new Fields();
    var place = fields.optional("division", division, DivisionCode::new);
    var kind = fields.optional("type", type, VenueTypeCode::new);
    var progress = fields.optional("state", state, Fields.oneOf(Progress.class));
    var of = fields.optional("venue", venue, text -> new VenueId(Fields.id(text)));
    var begin = fields.optional("from", from, Times::read);
    var end = fields.optional("to", to, Times::read);
    var taken = fields.optional("measure", measure, Fields.oneOf(Measure.class));
    var missed = fields.optional("notOk", notOk, Fields.oneOf(ChecklistItem.class));
    fields.verify();
    var made = new Made(begin.get(), end.get(), taken.get(), missed.get());
    Instant now = clock.instant();
    return PageResponse.of(
        inspections
            .inspectVenues()
            .list(
                caller,
                new InspectionFilter(place.get(), kind.get(), progress.get(), of.get(), made),
                PageResponse.request(limit, cursor)),
        inspection -> InspectionResponse.of(inspection, now));
  }

  @GET
  @Path("statistics")
  @Allowed(Role.SUPERVISOR)
  public StatisticsResponse count(
      @Context Caller.Staff caller,
      @QueryParam("division") @Nullable String division,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    var fields = new Fields();
    var place = fields.optional("division", division, DivisionCode::new);
    fields.verify();
    var window = TimeWindow.read(from, to, DEFAULT_WINDOW, clock);
    return statistics
        .view(caller, place.get(), window.from(), window.to())
        .map(StatisticsResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("{id}")
  @Allowed({Role.SUPERVISOR, Role.RESIDENT})
  public InspectionResponse view(@Context Caller caller, @PathParam("id") UUID id) {
    return inspections
        .viewInspection()
        .view(caller, new InspectionId(id))
        .flatMap(found -> photos.list(caller, found.id()).map(all -> response(found, all)))
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("{id}/completion")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public InspectionResponse complete(
      @Context Caller.Resident caller, @PathParam("id") UUID id, CompletionRequest request) {
    var fields = new Fields();
    var note = fields.optional("note", request.note(), InspectionNote::new);
    fields.verify();
    return inspections
        .answerInspections()
        .complete(caller, new InspectionId(id), note.get())
        .map(done -> InspectionResponse.of(done, clock.instant()))
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("{id}/verification")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.SUPERVISOR)
  public InspectionResponse verify(
      @Context Caller.Staff caller, @PathParam("id") UUID id, VerificationRequest request) {
    return inspections
        .inspectVenues()
        .verify(caller, new InspectionId(id), request.verdict())
        .map(judged -> InspectionResponse.of(judged, clock.instant()))
        .orElseThrow(ProblemException::of);
  }

  private InspectionResponse response(Inspection inspection, List<Photo> all) {
    return InspectionResponse.withPhotos(inspection, all, clock.instant());
  }

  record CompletionRequest(@Nullable String note) {
    @Override
    public String toString() {
      return "CompletionRequest[***]";
    }
  }

  record VerificationRequest(
      @Nullable Boolean accepted, @Nullable String note, @Nullable String dueAt) {
    InspectVenues.Verdict verdict() {
      var fields = new Fields();
      var right = fields.required("accepted", accepted, Function.<Boolean>identity());
      var words = fields.optional("note", note, InspectionNote::new);
      var due = fields.optional("dueAt", dueAt, Times::read);
      fields.verify();
      return new InspectVenues.Verdict(right.get(), words.get(), due.get());
    }

    @Override
    public String toString() {
      return "VerificationRequest[***]";
    }
  }
}
