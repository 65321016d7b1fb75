package cn.venuepass.persistence.tracing;

import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.persistence.ArrayQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Of a venue what bounds a search for visits.
 *
 * @param maximum the longest stay now
 * @param longest the longest stay that the venue's type ever allowed
 * @param longestInFamily the same, or that of the parent's type where that is longer
 */
record PlaceRow(
    UUID id, UUID family, Duration maximum, Duration longest, Duration longestInFamily) {
  private static final String SELECT =
      """
      SELECT v.id, CASE WHEN v.parent_agreed THEN v.parent_id ELSE v.id END AS family,
             own.maximum_stay_seconds,
             greatest(own.longest_stay_seconds, own.maximum_stay_seconds) AS longest,
             greatest(own.longest_stay_seconds, own.maximum_stay_seconds,
                      parents.longest_stay_seconds, parents.maximum_stay_seconds)
               AS longest_in_family
        FROM unnest(CAST(? AS uuid ARRAY)) AS t(asked)
        JOIN venue v ON %s
        JOIN venue_type own ON own.code = v.type_code
        JOIN venue parent
          ON parent.id = CASE WHEN v.parent_agreed THEN v.parent_id ELSE v.id END
        JOIN venue_type parents ON parents.code = parent.type_code
      """;
  private static final String WITHIN =
      """
       WHERE v.community_code IN (
               SELECT d.code FROM division d
                 JOIN division root ON root.code = ? AND d.path LIKE root.path || '%')
      """;

  static List<PlaceRow> of(Handle handle, Collection<UUID> venues) {
    return ArrayQuery.of(handle, SELECT.formatted("v.id = t.asked"))
        .with("uuid", venues)
        .list(PlaceRow::read);
  }

  /** The venues of these families that lie below the division. */
  static List<PlaceRow> ofFamilies(Handle handle, Collection<UUID> families, String within) {
    return ArrayQuery.of(
            handle,
            SELECT.formatted("v.id = t.asked AND NOT v.parent_agreed")
                + WITHIN
                + " UNION ALL "
                + SELECT.formatted("v.parent_id = t.asked AND v.parent_agreed")
                + WITHIN)
        .with("uuid", families)
        .with(within)
        .with("uuid", families)
        .with(within)
        .list(PlaceRow::read);
  }

  private static PlaceRow read(ResultSet row) throws SQLException {
    return new PlaceRow(
        uuid(row, "id"),
        uuid(row, "family"),
        seconds(row, "maximum_stay_seconds"),
        seconds(row, "longest"),
        seconds(row, "longest_in_family"));
  }

  private static Duration seconds(ResultSet row, String column) throws SQLException {
    return Duration.ofSeconds(row.getInt(column));
  }
}
