package cn.venuepass.persistence.survey;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.survey.OfferedMatch;
import cn.venuepass.application.survey.PlaceMatchRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.survey.AppliedVenue;
import cn.venuepass.domain.survey.PlacePair;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.Scope;
import cn.venuepass.persistence.visit.ArrayQuery;
import cn.venuepass.persistence.visit.ManyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Offers and refusals; what is compared lies in a community or shares a code. */
public final class JdbiPlaceMatchRepository implements PlaceMatchRepository {
  private static final String VENUE_COLUMNS =
      """
      v.id AS venue_id, v.name AS venue_name, v.type_code AS venue_type,
      v.community_code AS venue_community, v.address AS venue_address,
      v.social_credit_code AS venue_code, v.status AS venue_status
      """;
  private static final String FREE_PLACE = "p.removed_at IS NULL AND p.venue_id IS NULL";
  private static final String FREE_VENUE =
      """
      v.status <> 'REMOVED'
        AND NOT EXISTS (SELECT 1 FROM survey_place l WHERE l.venue_id = v.id)
      """;
  private static final String PLACES = "SELECT " + PlaceRow.COLUMNS + " FROM survey_place p ";
  private static final String VENUES = "SELECT " + VENUE_COLUMNS + " FROM venue v ";

  /** Both have the same code, below the same headquarters. */
  private static final String TWINS =
      """
      JOIN division dv ON dv.code = v.community_code
      JOIN division dp ON dp.code = p.community_code
       AND dp.path LIKE SUBSTRING(dv.path FROM 1 FOR POSITION('/' IN dv.path)) || '%'
      WHERE
      """;

  private static final String OFFERS =
      "SELECT m.id AS offer_id, m.score, m.offered_at, "
          + PlaceRow.UNLINKED_COLUMNS
          + ", "
          + VENUE_COLUMNS
          + """
            FROM survey_match m
            JOIN survey_place p ON p.id = m.place_id
            JOIN venue v ON v.id = m.venue_id
           WHERE m.state = 'OFFERED' AND
          """
          + FREE_PLACE
          + " AND "
          + FREE_VENUE;

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

  private static final RowMapper<SurveyPlace> PLACE = (row, context) -> PlaceRow.read(row);
  private static final RowMapper<AppliedVenue> VENUE = (row, context) -> venue(row);

  private static final String SETTLE =
      """
      DELETE FROM survey_match
       WHERE (place_id = :place AND venue_id = :venue)
          OR (state = 'OFFERED' AND (place_id = :place OR venue_id = :venue))
      """;

  /** H2 takes arrays of up to 65,536. */
  private static final int AT_ONCE = 10_000;

  private final Jdbi jdbi;
  private final IdGenerator ids;

  private record Row(UUID id, PlacePair pair, int score, Instant at) {}

  private record Known(PlacePair pair, boolean offered, int score) {}

  public JdbiPlaceMatchRepository(Jdbi jdbi, IdGenerator ids) {
    this.jdbi = jdbi;
    this.ids = ids;
  }

  @Override
  public Compared compare(Collection<DivisionCode> communities) {
    if (communities.isEmpty()) {
      return new Compared(List.of(), List.of(), Set.of(), Map.of());
    }
    return jdbi.withHandle(
        handle -> {
          List<SurveyPlace> places =
              Stream.concat(
                      there(handle, PLACES + "WHERE " + FREE_PLACE + in("p"), communities, PLACE),
                      there(handle, twins(PLACES, "venue v", in("v")), communities, PLACE))
                  .distinct()
                  .toList();
          List<AppliedVenue> venues =
              Stream.concat(
                      there(handle, VENUES + "WHERE " + FREE_VENUE + in("v"), communities, VENUE),
                      there(handle, twins(VENUES, "survey_place p", in("p")), communities, VENUE))
                  .distinct()
                  .toList();
          return compared(handle, places, venues);
        });
  }

  private static Compared compared(
      Handle handle, List<SurveyPlace> places, List<AppliedVenue> venues) {
    Set<PlacePair> refused = new HashSet<>();
    Map<PlacePair, Integer> offered = new HashMap<>();
    for (int from = 0; from < places.size(); from += AT_ONCE) {
      known(handle, places.subList(from, Math.min(from + AT_ONCE, places.size())))
          .forEach(
              known -> {
                if (known.offered()) {
                  offered.put(known.pair(), known.score());
                } else {
                  refused.add(known.pair());
                }
              });
    }
    return new Compared(places, venues, refused, offered);
  }

  private static List<Known> known(Handle handle, List<SurveyPlace> places) {
    return ArrayQuery.of(
            handle,
            """
            SELECT m.place_id, m.venue_id, m.state, m.score
              FROM survey_match m JOIN unnest(CAST(? AS uuid ARRAY)) AS t(wanted)
                ON m.place_id = t.wanted
            """)
        .with("uuid", places.stream().map(place -> place.id().value()).toList())
        .list(
            row ->
                new Known(
                    new PlacePair(
                        new SurveyPlaceId(uuid(row, "place_id")),
                        new VenueId(uuid(row, "venue_id"))),
                    row.getString("state").equals("OFFERED"),
                    row.getInt("score")));
  }

  @Override
  public List<SurveyPlace> listLinkedToRemoved(Collection<DivisionCode> communities) {
    return communities.isEmpty()
        ? List.of()
        : jdbi.withHandle(
            handle ->
                there(
                        handle,
                        PLACES
                            + """
                            JOIN venue v ON v.id = p.venue_id AND v.status = 'REMOVED'
                            WHERE p.community_code IN (<communities>)
                               OR v.community_code IN (<communities>)
                            """,
                        communities,
                        PLACE)
                    .toList());
  }

  @Override
  public Set<DivisionCode> listUnsettled() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT v.community_code FROM venue v WHERE "
                        + FREE_VENUE
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

  private static String in(String table) {
    return " AND " + table + ".community_code IN (<communities>)";
  }

  private static String twins(String selected, String others, String where) {
    return selected
        + "JOIN "
        + others
        + " ON v.social_credit_code = p.social_credit_code "
        + TWINS
        + FREE_PLACE
        + " AND "
        + FREE_VENUE
        + where;
  }

  private static <T> Stream<T> there(
      Handle handle, String query, Collection<DivisionCode> communities, RowMapper<T> mapper) {
    return handle
        .createQuery(query)
        .bindList("communities", communities.stream().map(DivisionCode::text).toList())
        .map(mapper)
        .list()
        .stream();
  }

  private static OfferedMatch offer(ResultSet row) throws SQLException {
    return new OfferedMatch(
        uuid(row, "offer_id"),
        PlaceRow.readUnlinked(row),
        venue(row),
        row.getInt("score"),
        instant(row, "offered_at"));
  }

  private static AppliedVenue venue(ResultSet row) throws SQLException {
    return new AppliedVenue(
        new VenueId(uuid(row, "venue_id")),
        new VenueName(row.getString("venue_name")),
        new VenueTypeCode(row.getString("venue_type")),
        new DivisionCode(row.getString("venue_community")),
        new Address(row.getString("venue_address")),
        optionalText(row, "venue_code", SocialCreditCode::new),
        VenueStatus.valueOf(row.getString("venue_status")));
  }
}
