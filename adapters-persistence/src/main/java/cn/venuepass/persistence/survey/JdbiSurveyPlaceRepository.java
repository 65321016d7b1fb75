package cn.venuepass.persistence.survey;

import cn.venuepass.application.survey.SurveyPlaceRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.survey.PlaceKey;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.persistence.ArrayQuery;
import cn.venuepass.persistence.Scope;
import cn.venuepass.persistence.StoreFaults;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Surveyed places; unique keys decide who is the same. */
public final class JdbiSurveyPlaceRepository implements SurveyPlaceRepository {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String SAVEPOINT = "place";
  private static final String SELECT = "SELECT " + PlaceRow.COLUMNS + " FROM survey_place p WHERE ";

  private final Jdbi jdbi;

  public JdbiSurveyPlaceRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean add(SurveyPlace place) {
    return jdbi.withHandle(
        handle ->
            PlaceRow.bind(
                        handle.createUpdate(
                            """
                            INSERT INTO survey_place
                                   (id, name, type_code, community_code, address, social_credit_code,
                                    place_key, surveyed_at, venue_id, link_ground, linked_at,
                                    removed_at, revision)
                            VALUES (:id, :name, :type, :community, :address, :creditCode,
                                    :key, :surveyedAt, :venue, :ground, :linkedAt,
                                    :removedAt, :revision)
                            ON CONFLICT DO NOTHING
                            """),
                        place)
                    .execute()
                == 1);
  }

  @Override
  public boolean replace(SurveyPlace next) {
    return allOrNothing(handle -> update(handle, next));
  }

  @Override
  public boolean store(List<SurveyPlace> added, List<SurveyPlace> changed) {
    return allOrNothing(
        handle ->
            PlaceRows.replace(handle, changed) == changed.size()
                && PlaceRows.add(handle, added) == added.size());
  }

  /** Undoes what was not done wholly, whether or not a key was in the way. */
  private boolean allOrNothing(Predicate<Handle> work) {
    return jdbi.inTransaction(
        handle -> {
          handle.savepoint(SAVEPOINT);
          boolean done = false;
          try {
            done = work.test(handle);
          } catch (UnableToExecuteStatementException e) {
            if (!UNIQUE_VIOLATION.equals(StoreFaults.sqlState(e))) {
              throw e;
            }
          }
          if (!done) {
            handle.rollbackToSavepoint(SAVEPOINT);
          }
          return done;
        });
  }

  private static boolean update(Handle handle, SurveyPlace next) {
    return PlaceRow.bind(
                handle.createUpdate(
                    """
                    UPDATE survey_place
                       SET name = :name, type_code = :type, community_code = :community,
                           address = :address, social_credit_code = :creditCode, place_key = :key,
                           surveyed_at = :surveyedAt, venue_id = :venue, link_ground = :ground,
                           linked_at = :linkedAt, removed_at = :removedAt, revision = :revision
                     WHERE id = :id AND revision = :revision - 1
                    """),
                next)
            .execute()
        == 1;
  }

  @Override
  public Optional<SurveyPlace> findWithin(SurveyPlaceId place, Jurisdiction jurisdiction) {
    return find(
        "p.id = :place" + Scope.of(jurisdiction, "p"),
        query -> Scope.bind(query, jurisdiction).bind("place", place.value()));
  }

  @Override
  public Optional<SurveyPlace> findByKey(PlaceKey key) {
    return find("p.place_key = :key", query -> query.bind("key", key.text()));
  }

  @Override
  public List<SurveyPlace> listKnown(
      Collection<SocialCreditCode> codes, Collection<PlaceKey> keys) {
    return jdbi.withHandle(
        handle ->
            Stream.concat(
                    list(
                        handle,
                        "p.social_credit_code",
                        codes.stream().map(SocialCreditCode::text).toList()),
                    list(handle, "p.place_key", keys.stream().map(PlaceKey::text).toList()))
                .distinct()
                .toList());
  }

  private static Stream<SurveyPlace> list(Handle handle, String column, List<String> values) {
    return ArrayQuery.of(
        handle,
        "SELECT "
            + PlaceRow.COLUMNS
            + " FROM survey_place p JOIN unnest(CAST(? AS varchar ARRAY)) AS t(wanted) ON "
            + column
            + " = t.wanted")
        .with("varchar", values)
        .list(PlaceRow::read)
        .stream();
  }

  @Override
  public Optional<SurveyPlace> findByVenue(VenueId venue) {
    return find("p.venue_id = :venue", query -> query.bind("venue", venue.value()));
  }

  private Optional<SurveyPlace> find(String condition, UnaryOperator<Query> bound) {
    return jdbi.withHandle(
        handle ->
            bound
                .apply(handle.createQuery(SELECT + condition))
                .map((row, context) -> PlaceRow.read(row))
                .findOne());
  }
}
