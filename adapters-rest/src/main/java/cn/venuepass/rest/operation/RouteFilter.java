package cn.venuepass.rest.operation;

import cn.venuepass.rest.problem.Problem;
import cn.venuepass.rest.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Tells the gate, which counts requests, what route one took, also one that is turned away, and
 * with what problem it came back.
 */
@Priority(Priorities.AUTHENTICATION - 1)
public final class RouteFilter implements ContainerRequestFilter, ContainerResponseFilter {
  static final String ROUTE = RouteFilter.class.getName();
  static final String PROBLEM = Problem.class.getName();

  private final RequestMeters meters;

  @Context private @Nullable ResourceInfo resource;

  public RouteFilter(RequestMeters meters) {
    this.meters = meters;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (resource != null && resource.getResourceMethod() != null) {
      request.setProperty(ROUTE, meters.routeOf(resource.getResourceMethod()));
      if (CompletionStage.class.isAssignableFrom(resource.getResourceMethod().getReturnType())
          && request.getProperty(RequestGate.Count.ATTRIBUTE) instanceof RequestGate.Count count) {
        count.later();
      }
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem) {
      request.setProperty(PROBLEM, ProblemType.valueOf(problem.code()));
    }
    if (request.getProperty(RequestGate.Count.ATTRIBUTE) instanceof RequestGate.Count count) {
      count.now(response.getStatus());
    }
  }
}
