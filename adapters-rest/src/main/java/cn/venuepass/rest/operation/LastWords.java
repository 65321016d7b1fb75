package cn.venuepass.rest.operation;

import cn.venuepass.rest.json.Json;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.Problem;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.problem.ProblemType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * What Grizzly answers by itself. While the server stops it turns new requests away: whoever comes
 * then may come again in a moment, to another node or to the one that follows.
 */
public final class LastWords implements ErrorPageGenerator {
  private static final int STOPPING = 503;

  private final ObjectMapper json = Json.mapper();

  @Override
  public String generate(
      Request request,
      int status,
      String reason,
      @Nullable String description,
      @Nullable Throwable exception) {
    if (status != STOPPING) {
      return status + " " + reason;
    }
    Messages words = Messages.in(Optional.ofNullable(request.getHeader("Accept-Language")));
    Response response = request.getResponse();
    response.setHeader("Retry-After", "1");
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    try {
      return json.writeValueAsString(
          Problem.of(new ProblemException(ProblemType.UNAVAILABLE), words));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
