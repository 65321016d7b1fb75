package cn.venuepass.rest.board;

import static cn.venuepass.rest.access.BearerToken.tokenOf;

import cn.venuepass.application.access.IdentifyCaller;
import cn.venuepass.application.board.ViewBoard;
import cn.venuepass.domain.access.Role;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * How the whole installation fares, for its administrators, for as long as they look: numbers of
 * all divisions together.
 */
@Path(ApiPaths.BASE + "/operation/live")
public final class LiveBoardResource {
  private static final ObjectMapper JSON = Json.mapper();

  private final ViewBoard viewBoard;
  private final IdentifyCaller identifyCaller;
  private final LiveStreams streams;

  public LiveBoardResource(
      ViewBoard viewBoard, IdentifyCaller identifyCaller, LiveStreams streams) {
    this.viewBoard = viewBoard;
    this.identifyCaller = identifyCaller;
    this.streams = streams;
  }

  @GET
  @Produces("text/event-stream;charset=utf-8")
  @Allowed(Role.ADMIN)
  public Response live(@Context ContainerRequestContext request) {
    String token = tokenOf(request).orElseThrow();
    return Response.ok(streams.open(() -> isStillAllowed(token), this::event))
        .header("X-Accel-Buffering", "no")
        .build();
  }

  /** A token ends, a session is ended, a right is taken away. */
  private boolean isStillAllowed(String token) {
    return identifyCaller
        .identify(token)
        .filter(caller -> caller.roles().contains(Role.ADMIN))
        .isPresent();
  }

  private String event() {
    try {
      String board = JSON.writeValueAsString(BoardResponse.of(viewBoard.view()));
      return "event: board\ndata: " + board + "\n\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
