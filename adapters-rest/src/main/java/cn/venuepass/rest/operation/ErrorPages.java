package cn.venuepass.rest.operation;

import cn.venuepass.rest.problem.ProblemType;
import java.util.Map;
import java.util.Optional;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/** What Grizzly says where it answers itself, such as while it stops: a problem like others. */
public final class ErrorPages implements ErrorPageGenerator {
  private static final Map<Integer, ProblemType> BY_STATUS =
      Map.of(
          404, ProblemType.NOT_FOUND,
          413, ProblemType.TOO_LARGE,
          503, ProblemType.UNAVAILABLE);

  @Override
  public String generate(
      Request request,
      int status,
      String reasonPhrase,
      String description,
      @Nullable Throwable exception) {
    ProblemType type =
        BY_STATUS.getOrDefault(
            status, status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL_ERROR);
    Response response = request.getResponse();
    response.setStatus(type.status());
    response.setContentType(WireProblems.MEDIA_TYPE);
    SecurityHeaders.put(response::setHeader, request.getRequestURI(), false);
    String id =
        Optional.ofNullable(response.getHeader(RequestIds.HEADER)).orElseGet(RequestIds::next);
    response.setHeader(RequestIds.HEADER, id);
    ProblemLog.noteOfMany(id, type, ProblemLog.NOWHERE, ProblemLog.NOWHERE);
    if (type == ProblemType.UNAVAILABLE) {
      response.setHeader("Retry-After", "1");
    }
    return WireProblems.text(type, request.getHeader("Accept-Language"));
  }
}
