package cn.venuepass.rest.problem;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.domain.InvalidValue;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a failure becomes an answer. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final AtomicLong LAST_WARNING =
      new AtomicLong(System.nanoTime() - TimeUnit.SECONDS.toNanos(2));
  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
  private static final String PROBLEM_JSON = "application/problem+json";
  private static final int RETRY_AFTER_SECONDS = 1;
  private static final Map<Integer, ProblemType> BY_STATUS =
      Map.of(
          404, ProblemType.NOT_FOUND,
          405, ProblemType.METHOD_NOT_ALLOWED,
          406, ProblemType.NOT_ACCEPTABLE,
          413, ProblemType.TOO_LARGE,
          415, ProblemType.UNSUPPORTED_MEDIA_TYPE);

  @Context private @Nullable HttpHeaders headers;

  @Override
  public Response toResponse(Throwable failure) {
    ProblemException problem = problemOf(failure);
    Messages messages =
        Messages.in(
            Optional.ofNullable(headers)
                .map(known -> known.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    ProblemType type = problem.type();
    Response.ResponseBuilder response =
        Response.status(type.status()).type(PROBLEM_JSON).entity(Problem.of(problem, messages));
    if (type.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    } else if (type.status() == 503) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    } else if (problem.retryAfter().isPresent()) {
      response.header(HttpHeaders.RETRY_AFTER, secondsUp(problem.retryAfter().get()));
    } else if (failure instanceof WebApplicationException known
        && known.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
      response.header(HttpHeaders.ALLOW, known.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    return response.build();
  }

  private static long secondsUp(Duration wait) {
    return wait.plusSeconds(1).minusNanos(1).toSeconds();
  }

  private static ProblemException problemOf(Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return problemOf(failure.getCause());
    } else if (failure instanceof ProblemException problem) {
      return problem;
    } else if (failure instanceof InvalidValue value) {
      return ProblemException.invalid(List.of(value));
    } else if (failure instanceof JacksonException
        && failure.getCause() instanceof ProblemException problem) {
      return problem;
    } else if (failure instanceof JacksonException json
        && json.getProcessor() instanceof JsonGenerator) {
      LOG.error("an answer cannot be written", failure);
      return new ProblemException(ProblemType.INTERNAL_ERROR);
    } else if (failure instanceof JacksonException json) {
      return ProblemException.of(json);
    } else if (failure instanceof WebApplicationException known) {
      return ofStatus(known);
    } else if (failure instanceof IOException) {
      LOG.debug("a client went away or was too slow", failure);
      return ProblemException.malformed(List.of());
    } else if (failure instanceof TemporarilyUnavailable) {
      warn(failure);
      return new ProblemException(ProblemType.UNAVAILABLE);
    }
    LOG.error("a request failed", failure);
    return new ProblemException(ProblemType.INTERNAL_ERROR);
  }

  /** Once a second at most: when too many come at once, each of them is turned away. */
  private static void warn(Throwable failure) {
    long now = System.nanoTime();
    long last = LAST_WARNING.get();
    if (now - last > TimeUnit.SECONDS.toNanos(1) && LAST_WARNING.compareAndSet(last, now)) {
      LOG.warn("{}", failure.getMessage());
    }
    LOG.debug("because of", failure);
  }

  private static ProblemException ofStatus(WebApplicationException known) {
    int status = known.getResponse().getStatus();
    if (status >= 500) {
      LOG.error("a request failed", known);
      return new ProblemException(ProblemType.INTERNAL_ERROR);
    }
    return new ProblemException(BY_STATUS.getOrDefault(status, ProblemType.MALFORMED_REQUEST));
  }
}
