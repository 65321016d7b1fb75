package cn.venuepass.rest.notification;

import cn.venuepass.application.notification.DeadLetter;
import cn.venuepass.application.notification.TendDeadLetters;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.NotificationId;
import cn.venuepass.domain.notification.NotificationKind;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knocks that nobody could bring. */
@Path(ApiPaths.BASE + "/notifications/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public final class DeadLettersResource {
  private final TendDeadLetters deadLetters;

  public DeadLettersResource(TendDeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  @GET
  @Allowed(Role.ADMIN)
  public PageResponse<DeadLetterResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return PageResponse.of(
        deadLetters.list(caller, PageResponse.request(limit, cursor)), DeadLetterResponse::of);
  }

  @POST
  @Path("{id}/retry")
  @Allowed(Role.ADMIN)
  public void retry(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    var unused =
        deadLetters.retry(caller, new NotificationId(id)).orElseThrow(ProblemException::of);
  }

  record DeadLetterResponse(
      UUID id,
      NotificationKind kind,
      @Nullable UUID venueId,
      Carrier carrier,
      int tries,
      Instant dueAt,
      Instant lastTriedAt) {

    static DeadLetterResponse of(DeadLetter letter) {
      return new DeadLetterResponse(
          letter.id().value(),
          letter.kind(),
          letter.venue().map(VenueId::value).orElse(null),
          letter.carrier(),
          letter.tries(),
          letter.dueAt(),
          letter.lastTriedAt());
    }
  }
}
