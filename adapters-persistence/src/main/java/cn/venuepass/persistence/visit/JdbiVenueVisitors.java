package cn.venuepass.persistence.visit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.casework.VenueVisitors;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.persistence.Keyset;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Finds visits by the venue and the time of their beginning, which is the key of the visits. */
public final class JdbiVenueVisitors implements VenueVisitors {
  private static final String MAY_REACH =
      """
       WHERE v.venue_id = :venue AND v.entered_at >= :earliest AND v.entered_at < :to
         AND (v.left_at IS NULL OR v.left_at > :from
              OR EXISTS (SELECT 1 FROM visit_doubt e
                          WHERE e.visit_id = v.id AND e.direction = 'OUT'))
      """;
  private static final Keyset OLDEST_FIRST = Keyset.ascending("v.entered_at", "v.id");

  private final Jdbi jdbi;

  public JdbiVenueVisitors(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Page<RecordedVisit> list(VenueId venue, Instant from, Instant to, PageRequest request) {
    String query = OLDEST_FIRST.page(JdbiVisitRepository.RECORDED + MAY_REACH, request);
    return jdbi.withHandle(
        handle ->
            JdbiVisitRepository.page(
                Keyset.bind(bind(handle.createQuery(query), venue, from, to), request), request));
  }

  @Override
  public int countPeople(VenueId venue, Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            bind(
                    handle.createQuery(
                        "SELECT count(DISTINCT v.person_id) FROM visit v" + MAY_REACH),
                    venue,
                    from,
                    to)
                .mapTo(Integer.class)
                .one());
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, VenueId venue, Instant from, Instant to) {
    return statement
        .bind("venue", venue.value())
        .bind("earliest", from.minus(StayRules.LONGEST))
        .bind("from", from)
        .bind("to", to);
  }
}
