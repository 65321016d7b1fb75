package cn.venuepass.rest.audit;

import cn.venuepass.application.audit.AuditLog.Query;
import cn.venuepass.application.audit.AuditUseCases;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.json.TimeWindow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The log of who looked at whose data and what staff did; for auditors. */
@Path(ApiPaths.BASE + "/audit-events")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
  private static final Duration DEFAULT_WINDOW = Duration.ofDays(28);

  private final AuditUseCases audit;
  private final InstantSource clock;

  public AuditResource(AuditUseCases audit, InstantSource clock) {
    this.audit = audit;
    this.clock = clock;
  }

  @GET
  @Allowed(Role.AUDITOR)
  public PageResponse<AuditEventResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("actor") @Nullable String actor,
      @QueryParam("username") @Nullable String username,
      @QueryParam("action") @Nullable String action,
      @QueryParam("venueId") @Nullable String venueId,
      @QueryParam("reference") @Nullable String reference,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var window = TimeWindow.read(from, to, DEFAULT_WINDOW, clock);
    var fields = new Fields();
    var who = fields.optional("actor", actor, Fields::id);
    var name = fields.optional("username", username, Username::new);
    var what = fields.optional("action", action, Fields.oneOf(AuditAction.class));
    var where = fields.optional("venueId", venueId, (String id) -> new VenueId(Fields.id(id)));
    var reason = fields.optional("reference", reference, AuditResource::reference);
    fields.verify();
    var query =
        new Query(window.from(), window.to(), who.get(), what.get(), where.get(), reason.get());
    return PageResponse.of(
        audit.viewAuditLog().list(caller, query, name.get(), PageResponse.request(limit, cursor)),
        AuditEventResponse::of);
  }

  @GET
  @Path("verification")
  @Allowed(Role.AUDITOR)
  public VerificationResponse verify(@QueryParam("after") @Nullable String after) {
    var fields = new Fields();
    var begin = fields.optional("after", after, AuditResource::number);
    fields.verify();
    return VerificationResponse.of(audit.verifyAuditLog().verify(begin.get().orElse(0L)));
  }

  private static String reference(String text) {
    if (text.isEmpty() || text.length() > 64 || !text.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
      throw new InvalidValue("reference", Rule.FORMAT);
    }
    return text;
  }

  private static long number(String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number < Long.MAX_VALUE / 2) {
        return number;
      }
      throw new InvalidValue("after", Rule.OUT_OF_RANGE);
    } catch (NumberFormatException e) {
      throw new InvalidValue("after", Rule.FORMAT);
    }
  }
}
