package cn.venuepass.persistence.coverage;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.coverage.CoverageRepository;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.application.coverage.PlaceSearch;
import cn.venuepass.domain.coverage.CoverageRow;
import cn.venuepass.domain.coverage.Funnel;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.Lack;
import cn.venuepass.domain.coverage.Stage;
import cn.venuepass.domain.coverage.Subject;
import cn.venuepass.domain.survey.PlaceDetails;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.SignSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts and lists places by their stage: one statement for the places, one for the venues. */
public final class JdbiCoverageRepository implements CoverageRepository {
  private static final String UNSURVEYED =
      """
       FROM venue v
      WHERE v.status <> 'REMOVED'
        AND NOT EXISTS (SELECT 1 FROM survey_place p WHERE p.venue_id = v.id)
      """;

  private final Jdbi jdbi;

  public JdbiCoverageRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<CoverageRow> count(Extent extent, Instant now) {
    List<CoverageRow> read =
        Stream.concat(countPlaces(extent, now).stream(), countUnsurveyed(extent).stream()).toList();
    return CoverageRow.addedUp(read);
  }

  private List<CoverageRow> countPlaces(Extent extent, Instant now) {
    return jdbi.withHandle(
        handle ->
            PlaceStages.bind(
                    handle.createQuery(
                        "SELECT x.community_code, x.type_code, x.stage, count(*) AS places FROM "
                            + PlaceStages.in(extent)
                            + " GROUP BY x.community_code, x.type_code, x.stage"),
                    extent,
                    now)
                .map(
                    (row, context) ->
                        row(
                            row,
                            Funnel.of(
                                Stage.valueOf(row.getString("stage")), row.getLong("places"))))
                .list());
  }

  private List<CoverageRow> countUnsurveyed(Extent extent) {
    return jdbi.withHandle(
        handle ->
            ExtentScope.bind(
                    handle.createQuery(
                        "SELECT v.community_code, v.type_code, count(*) AS venues"
                            + UNSURVEYED
                            + ExtentScope.of(extent, "v")
                            + " GROUP BY v.community_code, v.type_code"),
                    extent)
                .map((row, context) -> row(row, Funnel.ofUnsurveyed(row.getLong("venues"))))
                .list());
  }

  @Override
  public Page<PlaceStanding> listPlaces(
      Extent extent, PlaceSearch search, Instant now, PageRequest request) {
    if (search.stages().isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    Keyset order = Keyset.ascending("x.surveyed_at", "x.id");
    String query =
        """
        SELECT x.id, x.name, x.type_code, x.community_code, x.address, x.social_credit_code,
               x.surveyed_at, x.stage, x.venue_id, x.last_passage FROM\s"""
            + places(extent, search, request)
            + " WHERE x.stage IN (<stages>)";
    return Page.of(
        jdbi.withHandle(
            handle -> {
              var bound =
                  PlaceStages.bind(
                      Keyset.bind(handle.createQuery(order.page(query, request)), request),
                      extent,
                      now);
              return SignSearch.bind(bound, search.words())
                  .bindList("stages", search.stages().stream().map(Stage::name).toList())
                  .map(JdbiCoverageRepository::standing)
                  .list();
            }),
        request,
        standing -> new Cursor(standing.surveyedAt(), standing.id().value()));
  }

  private static String places(Extent extent, PlaceSearch search, PageRequest request) {
    boolean anyStage = search.stages().size() == Stage.values().length;
    return anyStage
        ? PlaceStages.page(extent, search.words(), request)
        : PlaceStages.in(extent, search.words());
  }

  @Override
  public Page<UnsurveyedVenue> listUnsurveyed(Extent extent, PageRequest request) {
    Keyset order = Keyset.ascending("v.applied_at", "v.id");
    String query =
        "SELECT v.id, v.name, v.type_code, v.community_code, v.address, v.status, v.applied_at"
            + UNSURVEYED
            + ExtentScope.of(extent, "v");
    return Page.of(
        jdbi.withHandle(
            handle ->
                ExtentScope.bind(
                        Keyset.bind(handle.createQuery(order.page(query, request)), request),
                        extent)
                    .map(JdbiCoverageRepository::unsurveyed)
                    .list()),
        request,
        venue -> new Cursor(venue.appliedAt(), venue.id().value()));
  }

  @Override
  public List<Lack> listLacks(Instant now) {
    return Stream.concat(lacksOfPlaces(now).stream(), lacksOfVenues().stream()).toList();
  }

  private List<Lack> lacksOfPlaces(Instant now) {
    return jdbi.withHandle(
        handle ->
            PlaceStages.bind(
                    handle.createQuery(
                        """
                        SELECT x.id, x.venue_id, x.community_code, x.stage, x.surveyed_at,
                               x.applied_at, x.decided_at, x.last_passage, t.department FROM\s"""
                            + PlaceStages.in(Extent.WHOLE)
                            + """
                               JOIN venue_type t ON t.code = x.type_code
                               WHERE x.stage <> 'SCANNED'
                              """),
                    Extent.WHOLE,
                    now)
                .map(JdbiCoverageRepository::lackOfPlace)
                .list());
  }

  private List<Lack> lacksOfVenues() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT v.id, v.community_code, v.applied_at,
                           (SELECT t.department FROM venue_type t WHERE t.code = v.type_code)
                             AS department
                    """
                        + UNSURVEYED)
                .map(
                    (row, context) ->
                        new Lack(
                            new Subject(
                                Optional.empty(), Optional.of(new VenueId(uuid(row, "id")))),
                            Gap.NOT_SURVEYED,
                            instant(row, "applied_at"),
                            new DivisionCode(row.getString("community_code")),
                            row.getString("department")))
                .list());
  }

  private static Lack lackOfPlace(ResultSet row, StatementContext context) throws SQLException {
    Gap gap = Stage.valueOf(row.getString("stage")).gap().orElseThrow();
    return new Lack(
        new Subject(
            Optional.of(new SurveyPlaceId(uuid(row, "id"))),
            optionalId(row, "venue_id", VenueId::new)),
        gap,
        since(gap, row),
        new DivisionCode(row.getString("community_code")),
        row.getString("department"));
  }

  private static Instant since(Gap gap, ResultSet row) throws SQLException {
    return switch (gap) {
      case NOT_APPLIED, NOT_SURVEYED -> instant(row, "surveyed_at");
      case NOT_APPROVED -> instant(row, "applied_at");
      case NOT_POSTED -> instant(row, "decided_at");
      case NOT_SCANNED -> {
        Optional<Instant> last = optionalInstant(row, "last_passage");
        yield last.isPresent() ? last.get() : instant(row, "decided_at");
      }
    };
  }

  private static CoverageRow row(ResultSet row, Funnel funnel) throws SQLException {
    return new CoverageRow(
        new DivisionCode(row.getString("community_code")),
        new VenueTypeCode(row.getString("type_code")),
        funnel);
  }

  private static PlaceStanding standing(ResultSet row, StatementContext context)
      throws SQLException {
    return new PlaceStanding(
        new SurveyPlaceId(uuid(row, "id")),
        new PlaceDetails(
            new VenueName(row.getString("name")),
            new VenueTypeCode(row.getString("type_code")),
            new DivisionCode(row.getString("community_code")),
            new Address(row.getString("address")),
            optionalText(row, "social_credit_code", SocialCreditCode::new)),
        instant(row, "surveyed_at"),
        Stage.valueOf(row.getString("stage")),
        optionalId(row, "venue_id", VenueId::new),
        optionalInstant(row, "last_passage"));
  }

  private static UnsurveyedVenue unsurveyed(ResultSet row, StatementContext context)
      throws SQLException {
    return new UnsurveyedVenue(
        new VenueId(uuid(row, "id")),
        new VenueName(row.getString("name")),
        new VenueTypeCode(row.getString("type_code")),
        new DivisionCode(row.getString("community_code")),
        new Address(row.getString("address")),
        VenueStatus.valueOf(row.getString("status")),
        instant(row, "applied_at"));
  }
}
