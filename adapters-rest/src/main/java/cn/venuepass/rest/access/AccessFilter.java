package cn.venuepass.rest.access;

import static java.util.Objects.requireNonNull;

import cn.venuepass.application.Denial;
import cn.venuepass.application.access.IdentifyCaller;
import cn.venuepass.application.lookup.RateLimits;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.application.lookup.RateLimits.Who;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Closed by default: lets a request pass only where {@link Open}, {@link SignedIn}, {@link
 * ForStaff} or {@link Allowed} says so.
 */
@Priority(Priorities.AUTHORIZATION)
public final class AccessFilter implements ContainerRequestFilter {
  static final String CALLER = Caller.class.getName();

  private final IdentifyCaller identifyCaller;
  private final RateLimits limits;

  @Context private @Nullable ResourceInfo resource;

  public AccessFilter(IdentifyCaller identifyCaller, RateLimits limits) {
    this.identifyCaller = identifyCaller;
    this.limits = limits;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Method> method = Optional.ofNullable(resource).map(ResourceInfo::getResourceMethod);
    if (isAnnotated(method, Open.class)) {
      chargeAsNobody(request);
      return;
    }
    boolean atTheDoor = isAnnotated(method, AtTheDoor.class);
    Optional<Caller> known =
        BearerToken.tokenOf(request)
            .flatMap(
                token ->
                    atTheDoor
                        ? identifyCaller.identifyAtDoor(token)
                        : identifyCaller.identify(token));
    if (known.isEmpty()) {
      chargeAsNobody(request);
      throw new ProblemException(ProblemType.UNAUTHENTICATED);
    }
    Caller caller = known.get();
    charge(who(caller), Limited.REQUEST_WITH_TOKEN);
    boolean allowed = method.filter(endpoint -> isAllowed(caller, endpoint)).isPresent();
    if (!allowed) {
      throw new ProblemException(ProblemType.FORBIDDEN);
    }
    if (!isAnnotated(method, DespiteObligations.class)) {
      requireNoObligation(caller);
    }
    request.setProperty(CALLER, caller);
  }

  /** A token that is none, or that nobody looks at, must not buy more requests than no token. */
  private void chargeAsNobody(ContainerRequestContext request) {
    if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
      Object address = requireNonNull(request.getProperty(ClientAddress.ATTRIBUTE));
      charge(new Who.Address((String) address), Limited.REQUEST_WITHOUT_TOKEN);
    }
  }

  private void charge(Who who, Limited what) {
    Optional<Duration> wait = limits.take(who, what, 1);
    if (wait.isPresent()) {
      throw ProblemException.of(new Denial.TooManyRequests(wait.get()));
    }
  }

  private static void requireNoObligation(Caller caller) {
    if (caller instanceof Caller.Staff staff && staff.obligation().isPresent()) {
      throw new ProblemException(
          switch (staff.obligation().get()) {
            case CHANGE_PASSWORD -> ProblemType.PASSWORD_CHANGE_REQUIRED;
            case ENROL_SECOND_FACTOR -> ProblemType.SECOND_FACTOR_ENROLMENT_REQUIRED;
          });
    }
  }

  private static boolean isAnnotated(
      Optional<Method> method, Class<? extends Annotation> annotation) {
    return method.filter(endpoint -> endpoint.isAnnotationPresent(annotation)).isPresent();
  }

  private static boolean isAllowed(Caller caller, Method endpoint) {
    return endpoint.isAnnotationPresent(SignedIn.class)
        || (endpoint.isAnnotationPresent(ForStaff.class) && caller instanceof Caller.Staff)
        || Optional.ofNullable(endpoint.getAnnotation(Allowed.class))
            .filter(right -> Arrays.stream(right.value()).anyMatch(caller.roles()::contains))
            .isPresent();
  }

  private static Who who(Caller caller) {
    return caller instanceof Caller.Staff staff
        ? new Who.Staff(staff.account().id())
        : new Who.Account(((Caller.Resident) caller).account());
  }
}
