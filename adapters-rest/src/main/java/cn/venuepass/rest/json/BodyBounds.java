package cn.venuepass.rest.json;

import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that are announced as too large for their endpoint, and lets those be read on that
 * are larger than usual where {@link BodyUpTo} says so.
 */
@Priority(Priorities.AUTHENTICATION)
public final class BodyBounds implements ContainerRequestFilter {
  @Context private @Nullable ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<BodyUpTo> wider =
        Optional.ofNullable(resource)
            .map(ResourceInfo::getResourceMethod)
            .map(method -> method.getAnnotation(BodyUpTo.class));
    if (announcedLength(request) > wider.map(BodyUpTo::value).orElse(BodyGuard.MAXIMUM_BYTES)) {
      throw new ProblemException(ProblemType.TOO_LARGE);
    }
    wider.ifPresent(
        bound -> BodyGuard.of(request).allow(bound.value(), Duration.ofSeconds(bound.seconds())));
  }

  private static long announcedLength(ContainerRequestContext request) {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length.strip());
    } catch (NumberFormatException e) {
      throw ProblemException.malformed(List.of());
    }
  }
}
