package cn.venuepass.persistence.survey;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.survey.OfferedMatch;
import cn.venuepass.application.survey.PlaceMatchRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.survey.PlacePair;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.ManyRows;
import cn.venuepass.persistence.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Offers and refusals. */
public final class JdbiPlaceMatchRepository implements PlaceMatchRepository {
  private static final String OFFERS =
      "SELECT m.id AS offer_id, m.score, m.offered_at, "
          + PlaceRow.UNLINKED_COLUMNS
          + ", "
          + ComparedRows.VENUE_COLUMNS
          + """
            FROM survey_match m
            JOIN survey_place p ON p.id = m.place_id
            JOIN venue v ON v.id = m.venue_id
           WHERE m.state = 'OFFERED' AND
          """
          + ComparedRows.FREE_PLACE
          + " AND "
          + ComparedRows.FREE_VENUE;

  private static final ManyRows<Row> ROWS =
      new ManyRows<Row>()
          .uuid("id", Row::id)
          .uuid("place_id", row -> row.pair().place().value())
          .uuid("venue_id", row -> row.pair().venue().value())
          .text("state", row -> "OFFERED")
          .number("score", Row::score)
          .time("offered_at", Row::at);
  private static final String ADD = ROWS.insertInto("survey_match") + " ON CONFLICT DO NOTHING";
  private static final String CHANGE_SCORE =
      "UPDATE survey_match SET score = t.score FROM"
          + ROWS.asTable()
          + """
           WHERE survey_match.place_id = t.place_id AND survey_match.venue_id = t.venue_id
             AND survey_match.state = 'OFFERED' AND survey_match.score <> t.score
          """;
  private static final String WITHDRAW =
      """
      DELETE FROM survey_match
       WHERE place_id = :place AND venue_id = :venue AND state = 'OFFERED'
      """;

  private static final String SETTLE =
      """
      DELETE FROM survey_match
       WHERE (place_id = :place AND venue_id = :venue)
          OR (state = 'OFFERED' AND (place_id = :place OR venue_id = :venue))
      """;

  private final Jdbi jdbi;
  private final IdGenerator ids;

  private record Row(UUID id, PlacePair pair, int score, Instant at) {}

  public JdbiPlaceMatchRepository(Jdbi jdbi, IdGenerator ids) {
    this.jdbi = jdbi;
    this.ids = ids;
  }

  @Override
  public Compared compare(Collection<DivisionCode> communities) {
    return communities.isEmpty()
        ? new Compared(List.of(), List.of(), Set.of(), Map.of())
        : jdbi.withHandle(handle -> new ComparedRows(handle, communities).read());
  }

  @Override
  public List<SurveyPlace> listLinkedToRemoved(Collection<DivisionCode> communities) {
    return communities.isEmpty()
        ? List.of()
        : jdbi.withHandle(handle -> new ComparedRows(handle, communities).linkedToRemoved());
  }

  @Override
  public Set<DivisionCode> listUnsettled() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT v.community_code FROM venue v WHERE "
                        + ComparedRows.FREE_VENUE
                        + """
                          AND (v.social_credit_code IS NOT NULL
                               OR v.community_code IN (SELECT p.community_code
                                                         FROM survey_place p
                                                        WHERE p.removed_at IS NULL
                                                          AND p.venue_id IS NULL))
                        UNION
                        SELECT p.community_code FROM survey_place p
                          JOIN venue v ON v.id = p.venue_id AND v.status = 'REMOVED'
                        """)
                .map((row, context) -> new DivisionCode(row.getString("community_code")))
                .set());
  }

  @Override
  public void offer(Map<PlacePair, Integer> scores, Instant at) {
    List<Row> rows =
        scores.entrySet().stream()
            .map(entry -> new Row(ids.next(), entry.getKey(), entry.getValue(), at))
            .toList();
    jdbi.useTransaction(
        handle -> {
          ROWS.write(handle, CHANGE_SCORE, rows);
          ROWS.write(handle, ADD, rows);
        });
  }

  @Override
  public void withdraw(Collection<PlacePair> pairs) {
    each(pairs, WITHDRAW);
  }

  @Override
  public void settle(Collection<PlacePair> pairs) {
    each(pairs, SETTLE);
  }

  private void each(Collection<PlacePair> pairs, String statement) {
    if (!pairs.isEmpty()) {
      jdbi.useHandle(
          handle -> {
            var batch = handle.prepareBatch(statement);
            for (PlacePair pair : pairs) {
              batch.bind("place", pair.place().value()).bind("venue", pair.venue().value()).add();
            }
            int[] unused = batch.execute();
          });
    }
  }

  @Override
  public void withdraw(SurveyPlaceId place) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM survey_match WHERE place_id = :place AND state = 'OFFERED'")
                .bind("place", place.value())
                .execute());
  }

  @Override
  public void refuse(PlacePair pair, Instant at) {
    jdbi.useTransaction(
        handle -> {
          ROWS.write(handle, ADD, List.of(new Row(ids.next(), pair, 0, at)));
          int unused =
              handle
                  .createUpdate(
                      """
                      UPDATE survey_match SET state = 'REFUSED'
                       WHERE place_id = :place AND venue_id = :venue
                      """)
                  .bind("place", pair.place().value())
                  .bind("venue", pair.venue().value())
                  .execute();
        });
  }

  @Override
  public boolean isOffered(PlacePair pair) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT 1 FROM survey_match
                     WHERE place_id = :place AND venue_id = :venue AND state = 'OFFERED'
                    """)
                .bind("place", pair.place().value())
                .bind("venue", pair.venue().value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public Page<OfferedMatch> listWithin(
      Jurisdiction jurisdiction, Optional<VenueId> venue, PageRequest request) {
    Keyset order = Keyset.ascending("m.offered_at", "m.id");
    String query =
        OFFERS
            + Scope.of(jurisdiction, "p")
            + Scope.of(jurisdiction, "v")
            + (venue.isPresent() ? " AND m.venue_id = :venue " : "");
    return Page.of(
        jdbi.withHandle(
            handle -> {
              var bound =
                  Scope.bind(
                      Keyset.bind(handle.createQuery(order.page(query, request)), request),
                      jurisdiction);
              venue.ifPresent(id -> bound.bind("venue", id.value()));
              return bound.map((row, context) -> offer(row)).list();
            }),
        request,
        offer -> new Cursor(offer.offeredAt(), offer.id()));
  }

  private static OfferedMatch offer(ResultSet row) throws SQLException {
    return new OfferedMatch(
        uuid(row, "offer_id"),
        PlaceRow.readUnlinked(row),
        ComparedRows.venue(row),
        row.getInt("score"),
        instant(row, "offered_at"));
  }
}
