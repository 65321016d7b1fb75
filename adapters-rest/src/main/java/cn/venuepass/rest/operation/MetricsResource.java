package cn.venuepass.rest.operation;

import cn.venuepass.rest.access.Open;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.problem.ProblemType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;

/** What Prometheus collects, for those whose addresses may see it; for others there is nothing. */
@Path("/metrics")
public final class MetricsResource {
  /** Under which the gate leaves the client's address, if it is sure of it. */
  static final String CLIENT = MetricsResource.class.getName();

  private final Monitoring monitoring;

  public MetricsResource(Monitoring monitoring) {
    this.monitoring = monitoring;
  }

  @GET
  @Open
  @Produces("text/plain;version=0.0.4;charset=utf-8")
  public String metrics(@Context ContainerRequestContext request) {
    if (request.getProperty(CLIENT) instanceof String client && monitoring.readers().hold(client)) {
      return monitoring.text().get();
    }
    throw new ProblemException(ProblemType.NOT_FOUND);
  }
}
