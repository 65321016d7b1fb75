package cn.venuepass.persistence.survey;

import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.survey.PlaceMatchRepository.Compared;
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
import cn.venuepass.persistence.ArrayQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** What is compared: what lies in some communities, or shares a code with what lies there. */
final class ComparedRows {
  static final String VENUE_COLUMNS =
      """
      v.id AS venue_id, v.name AS venue_name, v.type_code AS venue_type,
      v.community_code AS venue_community, v.address AS venue_address,
      v.social_credit_code AS venue_code, v.status AS venue_status
      """;
  static final String FREE_PLACE = "p.removed_at IS NULL AND p.venue_id IS NULL";
  static final String FREE_VENUE =
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

  private static final RowMapper<SurveyPlace> PLACE = (row, context) -> PlaceRow.read(row);
  private static final RowMapper<AppliedVenue> VENUE = (row, context) -> venue(row);

  /** H2 takes arrays of up to 65,536. */
  private static final int AT_ONCE = 10_000;

  private final Handle handle;
  private final Collection<DivisionCode> communities;

  private record Known(PlacePair pair, boolean offered, int score) {}

  /** What is compared with these communities, of which there is at least one. */
  ComparedRows(Handle handle, Collection<DivisionCode> communities) {
    this.handle = handle;
    this.communities = communities;
  }

  Compared read() {
    List<SurveyPlace> places =
        Stream.concat(
                there(PLACES + "WHERE " + FREE_PLACE + in("p"), PLACE),
                there(twins(PLACES, "venue v", in("v")), PLACE))
            .distinct()
            .toList();
    List<AppliedVenue> venues =
        Stream.concat(
                there(VENUES + "WHERE " + FREE_VENUE + in("v"), VENUE),
                there(twins(VENUES, "survey_place p", in("p")), VENUE))
            .distinct()
            .toList();
    return compared(places, venues);
  }

  List<SurveyPlace> linkedToRemoved() {
    return there(
            PLACES
                + """
                JOIN venue v ON v.id = p.venue_id AND v.status = 'REMOVED'
                WHERE p.community_code IN (<communities>)
                   OR v.community_code IN (<communities>)
                """,
            PLACE)
        .toList();
  }

  private Compared compared(List<SurveyPlace> places, List<AppliedVenue> venues) {
    Set<PlacePair> refused = new HashSet<>();
    Map<PlacePair, Integer> offered = new HashMap<>();
    for (int from = 0; from < places.size(); from += AT_ONCE) {
      known(places.subList(from, Math.min(from + AT_ONCE, places.size())))
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

  private List<Known> known(List<SurveyPlace> places) {
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

  private <T> Stream<T> there(String query, RowMapper<T> mapper) {
    return handle
        .createQuery(query)
        .bindList("communities", communities.stream().map(DivisionCode::text).toList())
        .map(mapper)
        .list()
        .stream();
  }

  static AppliedVenue venue(ResultSet row) throws SQLException {
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
