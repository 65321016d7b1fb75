package cn.venuepass.persistence.coverage;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.application.directory.SignWords;
import cn.venuepass.domain.coverage.Stage;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.SignSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Surveyed places with the stage that each has reached, the rule of {@link Stage} as SQL.
 *
 * <p>The last passage at a venue is one step down the primary key of the visits, from its end, and
 * written so that no database makes anything else of it: a subquery with an order and a limit is
 * asked for each venue, never joined to all visits. OFFSET 0 keeps it from being asked more than
 * once for each, and so does the limit of a page.
 */
final class PlaceStages {
  private static final String PLACES =
      """
      (SELECT y.*,
              CASE WHEN y.venue_id IS NULL THEN 'UNAPPLIED'
                   WHEN y.status <> 'APPROVED' THEN 'APPLIED'
                   WHEN y.last_passage >= :ofLate THEN 'SCANNED'
                   WHEN y.hangs OR y.last_passage IS NOT NULL THEN 'POSTED'
                   ELSE 'APPROVED' END AS stage
         FROM (SELECT p.id, p.name, p.type_code, p.community_code, p.address,
                      p.social_credit_code, p.surveyed_at, v.id AS venue_id, v.status,
                      v.applied_at, v.decided_at,
                      CASE WHEN v.status = 'APPROVED' THEN
                           (SELECT s.entered_at FROM visit s
                             WHERE s.venue_id = v.id
                               AND s.entered_at >= :proof AND s.entered_at < :ahead
                             ORDER BY s.entered_at DESC LIMIT 1) END AS last_passage,
                      EXISTS (SELECT 1 FROM poster o
                               WHERE o.venue_id = v.id
                                 AND (o.revoked_at IS NULL OR o.revoked_at > :now)
                                 AND (o.downloaded_at IS NOT NULL OR o.confirmed_at IS NOT NULL))
                        AS hangs
                 FROM survey_place p
                 LEFT JOIN venue v ON v.id = p.venue_id AND v.status <> 'REMOVED'
                WHERE p.removed_at IS NULL %s) y) x
      """;

  /** Clocks differ; visits are not further ahead than that, and partitions beyond are left out. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final Keyset AS_SURVEYED = Keyset.ascending("p.surveyed_at", "p.id");

  private PlaceStages() {}

  /** The places of an extent, to stand after FROM; the table is named x. */
  static String in(Extent extent) {
    return in(extent, Optional.empty());
  }

  /** Those of them whose name or address has these words; {@link SignSearch} binds them. */
  static String in(Extent extent, Optional<SignWords> words) {
    return PLACES.formatted(condition(extent, words) + " OFFSET 0 ROWS");
  }

  /**
   * A page of these, whatever their stage, in the order in which they were surveyed; {@link Keyset}
   * binds it. No stage is worked out but of those that are shown.
   */
  static String page(Extent extent, Optional<SignWords> words, PageRequest request) {
    return PLACES.formatted(AS_SURVEYED.page(condition(extent, words), request));
  }

  private static String condition(Extent extent, Optional<SignWords> words) {
    return ExtentScope.of(extent, "p") + SignSearch.of(words, "p");
  }

  static <S extends SqlStatement<S>> S bind(S statement, Extent extent, Instant now) {
    return ExtentScope.bind(statement, extent)
        .bind("now", now)
        .bind("ofLate", now.minus(Stage.OF_LATE))
        .bind("proof", now.minus(Stage.PROOF))
        .bind("ahead", now.plus(AHEAD));
  }
}
