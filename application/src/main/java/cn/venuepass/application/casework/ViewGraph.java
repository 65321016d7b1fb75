package cn.venuepass.application.casework;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.Overlap;
import java.util.List;
import java.util.Optional;

/** Who may have infected whom, to be drawn. */
@FunctionalInterface
public interface ViewGraph {
  int USUAL_NODES = 500;
  int MOST_NODES = 2_000;

  /**
   * The index person and the best ranked contacts, with the overlaps between those shown. Denied
   * with {@code NOT_FOUND}, {@code NOT_ON_TEAM} or {@code CASE_CLOSED}.
   *
   * @param limit how many contacts are shown at most, 1 to {@link #MOST_NODES}
   */
  Result<Graph> view(Caller.Staff member, CaseId of, int limit);

  /**
   * A graph.
   *
   * @param left how many contacts are not shown
   */
  record Graph(boolean drill, List<Node> nodes, List<Edge> edges, int left) {}

  /**
   * A person.
   *
   * @param label the masked name
   * @param ring 0 for the index person, of whom the rest is absent
   */
  record Node(
      PersonId person,
      String label,
      int ring,
      Optional<ContactGrade> grade,
      boolean staff,
      Optional<FollowUpState> state) {
    @Override
    public String toString() {
      return "Node[" + ring + ", ***]";
    }
  }

  /** Two people at one place; whoever exposed the other comes first. */
  record Edge(PersonId to, Overlap overlap) {
    public PersonId from() {
      return overlap.via();
    }
  }
}
