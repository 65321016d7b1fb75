package cn.venuepass.rest.json;

import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.problem.ProblemType;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Keeps bodies below a size, announced or not, and senders to a time, both as the route needs them;
 * takes no body that is empty or {@code null}, and no header that cannot be read.
 */
@PreMatching
public final class BodyGuard implements ContainerRequestFilter, ReaderInterceptor {
  private static final Bound GENERAL = new Bound(256 * 1024, Duration.ofSeconds(10));

  private final Map<String, Bound> others;

  /**
   * A guard that lets some routes take more.
   *
   * @param others by method and path, such as {@code POST /api/v1/files}
   */
  public BodyGuard(Map<String, Bound> others) {
    this.others = Map.copyOf(others);
  }

  /**
   * What a route takes.
   *
   * @param patience how long a sender may take
   */
  public record Bound(int bytes, Duration patience) {}

  @Override
  public void filter(ContainerRequestContext request) {
    requireReadableHeaders(request);
    Bound bound =
        others.getOrDefault(
            request.getMethod() + " /" + request.getUriInfo().getPath().replaceFirst("^/", ""),
            GENERAL);
    if (announcedLength(request) > bound.bytes()) {
      throw new ProblemException(ProblemType.TOO_LARGE);
    }
    request.setEntityStream(new Bounded(request.getEntityStream(), bound));
  }

  /** Reads the headers that Jersey answers without a problem when they are malformed. */
  private static void requireReadableHeaders(ContainerRequestContext request) {
    try {
      MediaType unusedType = request.getMediaType();
      List<MediaType> unusedAccepted = request.getAcceptableMediaTypes();
    } catch (ProcessingException e) {
      throw ProblemException.malformed(List.of());
    }
  }

  private static long announcedLength(ContainerRequestContext request) {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length.strip());
    } catch (NumberFormatException e) {
      throw ProblemException.malformed(List.of());
    }
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context)
      throws IOException, WebApplicationException {
    Object body = context.proceed();
    if (body == null) {
      throw ProblemException.malformed(List.of());
    }
    return body;
  }

  /** Ends the request when more comes than is allowed. */
  private static final class Bounded extends FilterInputStream {
    private final long deadline;
    private int left;

    Bounded(InputStream body, Bound bound) {
      super(body);
      this.deadline = System.nanoTime() + bound.patience().toNanos();
      this.left = bound.bytes();
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      count(count);
      return count;
    }

    private void count(int read) {
      if (System.nanoTime() - deadline > 0) {
        throw ProblemException.malformed(List.of());
      }
      left -= Math.max(0, read);
      if (left < 0) {
        throw new ProblemException(ProblemType.TOO_LARGE);
      }
    }
  }
}
