package cn.venuepass.rest.json;

import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.problem.ProblemType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Keeps bodies below a size, announced or not, and takes none that is empty or {@code null}. */
@PreMatching
public final class BodyGuard implements ContainerRequestFilter, ReaderInterceptor {
  private static final int MAXIMUM_BYTES = 256 * 1024;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > MAXIMUM_BYTES) {
      throw new ProblemException(ProblemType.TOO_LARGE);
    }
    request.setEntityStream(new Bounded(request.getEntityStream()));
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
    private int left = MAXIMUM_BYTES;

    Bounded(InputStream body) {
      super(body);
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
      left -= Math.max(0, read);
      if (left < 0) {
        throw new ProblemException(ProblemType.TOO_LARGE);
      }
    }
  }
}
