package cn.venuepass.rest.operation;

import cn.venuepass.rest.access.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What load balancers and supervisors of processes ask. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
  private final Readiness readiness;

  public HealthResource(Readiness readiness) {
    this.readiness = readiness;
  }

  @GET
  @Path("live")
  @Open
  public HealthResponse live() {
    return new HealthResponse(Status.UP);
  }

  @GET
  @Path("ready")
  @Open
  public Response ready() {
    boolean ready = readiness.isReady();
    return Response.status(ready ? 200 : 503)
        .entity(new HealthResponse(ready ? Status.UP : Status.DOWN))
        .build();
  }

  record HealthResponse(Status status) {}

  enum Status {
    UP,
    DOWN
  }
}
