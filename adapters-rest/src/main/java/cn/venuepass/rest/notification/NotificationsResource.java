package cn.venuepass.rest.notification;

import cn.venuepass.application.notification.ReadNotifications;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.notification.NotificationId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the caller was told. */
@Path(ApiPaths.BASE + "/me/notifications")
@Produces(MediaType.APPLICATION_JSON)
public final class NotificationsResource {
  private final ReadNotifications notifications;

  public NotificationsResource(ReadNotifications notifications) {
    this.notifications = notifications;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public PageResponse<NotificationResponse> list(
      @Context Caller.Resident caller,
      @Context Messages messages,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return PageResponse.of(
        notifications.list(caller, PageResponse.request(limit, cursor)),
        listed -> NotificationResponse.of(listed, messages));
  }

  @POST
  @Path("{id}/read")
  @Allowed(Role.RESIDENT)
  public void markRead(@Context Caller.Resident caller, @PathParam("id") UUID id) {
    var unused =
        notifications.markRead(caller, new NotificationId(id)).orElseThrow(ProblemException::of);
  }
}
