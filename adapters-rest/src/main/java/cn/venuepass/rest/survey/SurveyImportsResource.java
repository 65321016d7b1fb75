package cn.venuepass.rest.survey;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.survey.ImportPlaces;
import cn.venuepass.application.survey.ImportPlaces.HandedIn;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.survey.SurveyImport.OnBadLine;
import cn.venuepass.domain.survey.SurveyImportId;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.domain.survey.SurveyLines;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.json.BodyUpTo;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.problem.ProblemType;
import cn.venuepass.rest.survey.ImportResponse.RejectedLine;
import cn.venuepass.rest.xlsx.XlsxDocument;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Takes the lists of surveyed places that supervisors bring, and tells how far they are. */
@Path(ApiPaths.BASE)
@Produces(MediaType.APPLICATION_JSON)
public final class SurveyImportsResource {
  private static final int LARGEST_LIST = 16 * 1024 * 1024;
  private static final int READ_AT_ONCE = 2;

  private static final String CSV = "text/csv";

  private final ImportPlaces places;
  private final Semaphore turns = new Semaphore(READ_AT_ONCE);

  public SurveyImportsResource(ImportPlaces places) {
    this.places = places;
  }

  @POST
  @Path("survey/places")
  @Consumes({MediaType.APPLICATION_JSON, CSV, XlsxDocument.TYPE})
  @BodyUpTo(LARGEST_LIST)
  @Allowed(Role.SUPERVISOR)
  public Response handIn(
      @Context Caller.Staff caller,
      @Context Messages messages,
      @Context HttpHeaders headers,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @QueryParam("onError") @Nullable String onError,
      InputStream body)
      throws IOException {
    var fields = new Fields();
    var mode = fields.optional("onError", onError, Fields.oneOf(OnBadLine.class));
    fields.verify();
    HandedIn handedIn =
        places.handIn(
            caller,
            mode.get().orElse(OnBadLine.KEEP_GOOD),
            inTurn(headers.getMediaType(), body),
            CreationKeys.of(caller, "survey", key));
    if (handedIn.list().state().isUnfinished()) {
      return Response.accepted(ImportResponse.Stored.of(handedIn.list()))
          .header(
              HttpHeaders.LOCATION,
              ApiPaths.BASE + "/survey/imports/" + handedIn.list().id().value())
          .build();
    }
    return Response.ok(ImportResponse.Finished.of(handedIn, messages)).build();
  }

  /** Lists of the largest size take their memory: not many are read at once. */
  private List<SurveyLine> inTurn(@Nullable MediaType type, InputStream body) throws IOException {
    if (!turns.tryAcquire()) {
      throw new TemporarilyUnavailable("other lists are being read");
    }
    try {
      return lines(type, body);
    } finally {
      turns.release();
    }
  }

  @GET
  @Path("survey/imports")
  @Allowed(Role.SUPERVISOR)
  public PageResponse<ImportResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return PageResponse.of(
        places.list(caller, PageResponse.request(limit, cursor)), ImportResponse::of);
  }

  @GET
  @Path("survey/imports/{id}")
  @Allowed(Role.SUPERVISOR)
  public ImportResponse view(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return places
        .view(caller, new SurveyImportId(id))
        .map(ImportResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("survey/imports/{id}/rejected")
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @Allowed(Role.SUPERVISOR)
  public Response rejected(
      @Context Caller.Staff caller,
      @Context Messages messages,
      @PathParam("id") UUID id,
      @QueryParam("format") @Nullable String format,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var fields = new Fields();
    var file = fields.optional("format", format, SurveyImportsResource::isFile);
    fields.verify();
    if (file.get().orElse(false)) {
      byte[] table = RejectedCsv.of(read(caller, id, 0, SurveyLines.MOST), messages);
      return Response.ok(table, CSV + ";charset=utf-8")
          .header("Content-Disposition", "attachment; filename=\"rejected.csv\"")
          .build();
    }
    PageRequest request = PageResponse.request(limit, cursor);
    int after = request.after().map(place -> (int) place.at().getEpochSecond()).orElse(0);
    Page<SurveyLine> page =
        Page.of(
            read(caller, id, after, request.limit() + 1),
            request,
            line -> new Cursor(Instant.ofEpochSecond(line.number()), id));
    List<RejectedLine> items =
        page.items().stream().flatMap(line -> RejectedLine.of(line, messages)).toList();
    return Response.ok(
            new PageResponse<>(items, PageResponse.next(page).orElse(null)),
            MediaType.APPLICATION_JSON)
        .build();
  }

  private List<SurveyLine> read(Caller.Staff caller, UUID id, int after, int limit) {
    return places
        .rejected(caller, new SurveyImportId(id), after, limit)
        .orElseThrow(ProblemException::of);
  }

  /** Without a type there is no body either, which is no list. */
  private static List<SurveyLine> lines(@Nullable MediaType type, InputStream body)
      throws IOException {
    if (type == null) {
      return PlaceItems.read(body);
    } else if (type.isCompatible(MediaType.valueOf(XlsxDocument.TYPE))) {
      return XlsxTable.read(body);
    } else if (!type.isCompatible(MediaType.valueOf(CSV))) {
      return PlaceItems.read(body);
    }
    String charset = type.getParameters().getOrDefault("charset", "utf-8");
    if (!charset.equalsIgnoreCase("utf-8")) {
      throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
    return PlaceColumns.csv(body);
  }

  private static boolean isFile(String format) {
    return switch (format) {
      case "json" -> false;
      case "csv" -> true;
      default -> throw new InvalidValue("format", Rule.UNKNOWN);
    };
  }
}
