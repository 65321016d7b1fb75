package cn.venuepass.rest.json;

import static java.util.Objects.requireNonNull;

import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.problem.ProblemType;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/**
 * Keeps bodies below a size and senders to ten seconds, unless {@link BodyBounds} allows more;
 * takes no body that is empty or {@code null}, and no header that cannot be read.
 */
@PreMatching
public final class BodyGuard implements ContainerRequestFilter, ReaderInterceptor {
  /** Under that name a request may have a Runnable that is to know when its body has come. */
  public static final String AT_END = BodyGuard.class.getName() + ".end";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  static final int MAXIMUM_BYTES = 256 * 1024;
  private static final String BOUNDED = BodyGuard.class.getName();

  @Override
  public void filter(ContainerRequestContext request) {
    requireReadableHeaders(request);
    var bounded =
        new Bounded(
            request.getEntityStream(),
            request.getProperty(AT_END) instanceof Runnable end ? end : () -> {});
    request.setEntityStream(bounded);
    request.setProperty(BOUNDED, bounded);
  }

  static Bounded of(ContainerRequestContext request) {
    return (Bounded) requireNonNull(request.getProperty(BOUNDED), BOUNDED);
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
  static final class Bounded extends FilterInputStream {
    private long deadline = System.nanoTime() + PATIENCE.toNanos();
    private int left = MAXIMUM_BYTES;
    private final Runnable end;

    Bounded(InputStream body, Runnable end) {
      super(body);
      this.end = end;
    }

    /** Allows more, before anything is read. */
    void allow(int bytes, Duration patience) {
      left = bytes;
      deadline = System.nanoTime() + patience.toNanos();
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? -1 : 1);
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
      if (read < 0) {
        end.run();
      }
      left -= Math.max(0, read);
      if (left < 0) {
        throw new ProblemException(ProblemType.TOO_LARGE);
      }
    }
  }
}
