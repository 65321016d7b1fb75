package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.visit.Companion;
import cn.venuepass.domain.visit.Scan;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Who came along with a scan, so that a replay answers for the same people. A scan id that comes
 * again when its answer is forgotten keeps the people that it had.
 */
record CompanionRow(FamilyLinkId family, UUID person) {

  static void add(Handle handle, UUID venue, Scan scan) {
    IntStream.range(0, scan.companions().size())
        .forEach(place -> add(handle, venue, scan, place, scan.companions().get(place)));
  }

  private static void add(Handle handle, UUID venue, Scan scan, int place, Companion companion) {
    int unused =
        handle
            .createUpdate(
                """
                INSERT INTO scan_companion (venue_id, person_id, scan_id, place, companion_id,
                                            family_link_id, at)
                VALUES (:venue, :person, :scan, :place, :companion, :family, :at)
                ON CONFLICT DO NOTHING
                """)
            .bind("venue", venue)
            .bind("person", scan.person().value())
            .bind("scan", scan.id().text())
            .bind("place", place)
            .bind("companion", companion.person().value())
            .bind("family", companion.family().value())
            .bind("at", scan.at())
            .execute();
  }

  /** The companions of that scan, in their order. */
  static List<CompanionRow> list(Handle handle, UUID venue, Scan scan) {
    return handle
        .createQuery(
            """
            SELECT family_link_id, companion_id FROM scan_companion
             WHERE venue_id = :venue AND person_id = :person AND scan_id = :scan
             ORDER BY place
            """)
        .bind("venue", venue)
        .bind("person", scan.person().value())
        .bind("scan", scan.id().text())
        .map(
            (row, context) ->
                new CompanionRow(
                    new FamilyLinkId(uuid(row, "family_link_id")), uuid(row, "companion_id")))
        .list();
  }
}
