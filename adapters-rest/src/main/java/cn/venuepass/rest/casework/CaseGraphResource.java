package cn.venuepass.rest.casework;

import cn.venuepass.application.casework.ViewGraph;
import cn.venuepass.application.casework.ViewGraph.Edge;
import cn.venuepass.application.casework.ViewGraph.Graph;
import cn.venuepass.application.casework.ViewGraph.Node;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may have infected whom, for the console. */
@Path(ApiPaths.BASE + "/cases/{id}/graph")
@Produces(MediaType.APPLICATION_JSON)
public final class CaseGraphResource {
  private final ViewGraph graphs;

  public CaseGraphResource(ViewGraph graphs) {
    this.graphs = graphs;
  }

  @GET
  @Allowed(Role.TRACER)
  public GraphResponse view(
      @Context Caller.Staff caller,
      @PathParam("id") UUID id,
      @QueryParam("limit") @Nullable String limit) {
    var fields = new Fields();
    var most = fields.optional("limit", limit, Fields::number);
    fields.verify();
    return graphs
        .view(caller, new CaseId(id), most.get().orElse(ViewGraph.USUAL_NODES))
        .map(GraphResponse::of)
        .orElseThrow(ProblemException::of);
  }

  record GraphResponse(
      boolean drill, List<NodeResponse> nodes, List<EdgeResponse> edges, int left) {
    static GraphResponse of(Graph graph) {
      return new GraphResponse(
          graph.drill(),
          graph.nodes().stream().map(NodeResponse::of).toList(),
          graph.edges().stream().map(EdgeResponse::of).toList(),
          graph.left());
    }
  }

  record NodeResponse(
      UUID personRef,
      String label,
      int ring,
      @Nullable ContactGrade grade,
      boolean staff,
      @Nullable FollowUpState state) {
    static NodeResponse of(Node node) {
      return new NodeResponse(
          node.person().value(),
          node.label(),
          node.ring(),
          node.grade().orElse(null),
          node.staff(),
          node.state().orElse(null));
    }

    @Override
    public String toString() {
      return "NodeResponse[***]";
    }
  }

  record EdgeResponse(
      UUID from,
      UUID to,
      PlaceResponse venue,
      Instant since,
      Instant until,
      int minutes,
      ContactGrade grade) {
    static EdgeResponse of(Edge edge) {
      var overlap = edge.overlap();
      return new EdgeResponse(
          edge.from().value(),
          edge.to().value(),
          new PlaceResponse(overlap.venue().value(), overlap.venueName().text()),
          overlap.from(),
          overlap.to(),
          overlap.minutes(),
          overlap.grade());
    }
  }

  record PlaceResponse(UUID id, String name) {}
}
