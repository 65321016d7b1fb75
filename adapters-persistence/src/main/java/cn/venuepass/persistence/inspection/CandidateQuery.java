package cn.venuepass.persistence.inspection;

import cn.venuepass.application.inspection.InspectionPlanRepository.Candidates;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.persistence.Scope;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The premises from which a plan is drawn. */
final class CandidateQuery {
  private static final String PREMISES =
      """
      SELECT c.venue_id, c.place_id, c.name, c.type_code, c.community_code
        FROM (SELECT v.id AS venue_id, CAST(NULL AS uuid) AS place_id, v.name, v.type_code,
                     v.community_code, s.id AS found_as
                FROM venue v LEFT JOIN survey_place s ON s.venue_id = v.id
               WHERE v.status = 'APPROVED'
               UNION ALL
              SELECT CAST(NULL AS uuid), s.id, s.name, s.type_code, s.community_code, s.id
                FROM survey_place s LEFT JOIN venue v ON v.id = s.venue_id
               WHERE s.removed_at IS NULL AND COALESCE(v.status, '') <> 'APPROVED') c
       WHERE TRUE
      """;
  private static final String NOT_INSPECTED =
      """
       AND NOT EXISTS (SELECT 1 FROM inspection i
                        WHERE i.inspected_at >= :since AND i.venue_id = c.venue_id)
       AND NOT EXISTS (SELECT 1 FROM inspection i
                        WHERE i.inspected_at >= :since AND i.place_id = c.found_as)
      """;

  private CandidateQuery() {}

  static List<Premises> read(Handle handle, Jurisdiction jurisdiction, Candidates which) {
    String query =
        PREMISES
            + Scope.of(jurisdiction, "c")
            + FilterCondition.within(which.division(), "c")
            + (which.type().isPresent() ? " AND c.type_code = :type" : "")
            + (which.notInspectedSince().isPresent() ? NOT_INSPECTED : "");
    Query asked =
        FilterCondition.bindWithin(
            Scope.bind(handle.createQuery(query), jurisdiction), which.division());
    which.type().ifPresent(type -> asked.bind("type", type.text()));
    which.notInspectedSince().ifPresent(since -> asked.bind("since", since));
    return asked.map((row, context) -> PremisesRow.read(row)).list();
  }
}
