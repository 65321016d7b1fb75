package cn.venuepass.persistence.venue;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.venue.PosterLanding;
import cn.venuepass.application.venue.PosterRepository;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Posters; their codes are computed from their ids and stand nowhere. */
public final class JdbiPosterRepository implements PosterRepository {
  private static final String SELECT =
      """
      SELECT id, venue_id, direction, label, issued_at, revoked_at
        FROM poster WHERE venue_id = :venue
      """;

  private final Jdbi jdbi;

  public JdbiPosterRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Poster poster) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO poster (id, venue_id, direction, label, issued_at, revoked_at)
                    VALUES (:id, :venue, :direction, :label, :issuedAt, :revokedAt)
                    """)
                .bind("id", poster.id().value())
                .bind("venue", poster.venue().value())
                .bind("direction", poster.direction().name())
                .bindByType(
                    "label", poster.label().map(PosterLabel::text).orElse(null), String.class)
                .bind("issuedAt", poster.issuedAt())
                .bindByType("revokedAt", poster.revokedAt().orElse(null), Instant.class)
                .execute());
  }

  @Override
  public Optional<Poster> find(VenueId venue, PosterId poster) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " AND id = :id")
                .bind("venue", venue.value())
                .bind("id", poster.value())
                .map(JdbiPosterRepository::poster)
                .findOne());
  }

  @Override
  public List<Poster> listOf(VenueId venue) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " ORDER BY issued_at, id")
                .bind("venue", venue.value())
                .map(JdbiPosterRepository::poster)
                .list());
  }

  @Override
  public boolean revoke(VenueId venue, PosterId poster, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE poster SET revoked_at = COALESCE(revoked_at, :at)
                         WHERE venue_id = :venue AND id = :id
                        """)
                    .bind("at", at)
                    .bind("venue", venue.value())
                    .bind("id", poster.value())
                    .execute()
                == 1);
  }

  @Override
  public Optional<PosterLanding> landing(PosterId poster) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT v.name, p.direction,
                           v.status = 'APPROVED' AND p.revoked_at IS NULL AS is_open
                      FROM poster p JOIN venue v ON v.id = p.venue_id
                     WHERE p.id = :id
                    """)
                .bind("id", poster.value())
                .map(
                    (row, context) ->
                        new PosterLanding(
                            new VenueName(row.getString("name")),
                            Direction.valueOf(row.getString("direction")),
                            row.getBoolean("is_open")))
                .findOne());
  }

  private static Poster poster(ResultSet row, StatementContext context) throws SQLException {
    return new Poster(
        new PosterId(uuid(row, "id")),
        new VenueId(uuid(row, "venue_id")),
        Direction.valueOf(row.getString("direction")),
        optionalText(row, "label", PosterLabel::new),
        instant(row, "issued_at"),
        optionalInstant(row, "revoked_at"));
  }
}
