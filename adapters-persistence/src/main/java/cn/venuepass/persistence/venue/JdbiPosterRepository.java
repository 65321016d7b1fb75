package cn.venuepass.persistence.venue;

import cn.venuepass.application.venue.PosterLanding;
import cn.venuepass.application.venue.PosterRepository;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Posters; their codes are computed from their ids and stand nowhere. */
public final class JdbiPosterRepository implements PosterRepository {
  private static final String SELECT =
      "SELECT " + PosterRow.COLUMNS + " FROM poster p WHERE p.venue_id = :venue";
  private static final String INSERT =
      """
      INSERT INTO poster (id, venue_id, direction, label, issued_at, revoked_at, replaces)
      VALUES (:id, :venue, :direction, :label, :issuedAt, :revokedAt, :replaces)
      """;

  private final Jdbi jdbi;

  public JdbiPosterRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Poster poster) {
    jdbi.useHandle(handle -> bind(handle.createUpdate(INSERT), poster).execute());
  }

  @Override
  public boolean addSuccessor(Poster poster) {
    return jdbi.withHandle(
        handle ->
            bind(handle.createUpdate(INSERT + "ON CONFLICT DO NOTHING"), poster).execute() == 1);
  }

  @Override
  public Optional<Poster> find(VenueId venue, PosterId poster) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " AND p.id = :id")
                .bind("venue", venue.value())
                .bind("id", poster.value())
                .map((row, context) -> PosterRow.read(row))
                .findOne());
  }

  @Override
  public List<Poster> listOf(VenueId venue) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " ORDER BY p.issued_at, p.id")
                .bind("venue", venue.value())
                .map((row, context) -> PosterRow.read(row))
                .list());
  }

  @Override
  public boolean revoke(VenueId venue, PosterId poster, Instant at) {
    return changes(
        """
        UPDATE poster
           SET revoked_at = CASE WHEN revoked_at < :at THEN revoked_at ELSE :at END
         WHERE venue_id = :venue AND id = :id
        """,
        venue,
        poster,
        at);
  }

  @Override
  public void noteDownload(VenueId venue, PosterId poster, Instant at) {
    boolean unused =
        changes(
            """
            UPDATE poster SET downloaded_at = :at
             WHERE venue_id = :venue AND id = :id AND downloaded_at IS NULL
               AND (revoked_at IS NULL OR revoked_at > :at)
            """,
            venue,
            poster,
            at);
  }

  @Override
  public boolean confirm(VenueId venue, PosterId poster, Instant at) {
    return changes(
        """
        UPDATE poster
           SET confirmed_at = CASE WHEN confirmed_at > :at THEN confirmed_at ELSE :at END
         WHERE venue_id = :venue AND id = :id AND (revoked_at IS NULL OR revoked_at > :at)
        """,
        venue,
        poster,
        at);
  }

  @Override
  public Optional<PosterLanding> landing(PosterId poster, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT v.name, p.direction,
                           v.status = 'APPROVED'
                             AND (p.revoked_at IS NULL OR p.revoked_at > :now)
                             AND NOT EXISTS (
                                   SELECT 1 FROM control_order o
                                    WHERE o.approved_at IS NOT NULL AND o.ending IS NULL
                                      AND o.expires_at > :now
                                      AND (o.venue_id = v.id
                                           OR (v.parent_agreed AND o.venue_id = v.parent_id)))
                             AS is_open
                      FROM poster p JOIN venue v ON v.id = p.venue_id
                     WHERE p.id = :id
                    """)
                .bind("now", now)
                .bind("id", poster.value())
                .map(
                    (row, context) ->
                        new PosterLanding(
                            new VenueName(row.getString("name")),
                            Direction.valueOf(row.getString("direction")),
                            row.getBoolean("is_open")))
                .findOne());
  }

  private boolean changes(String update, VenueId venue, PosterId poster, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(update)
                    .bind("at", at)
                    .bind("venue", venue.value())
                    .bind("id", poster.value())
                    .execute()
                == 1);
  }

  private static Update bind(Update insert, Poster poster) {
    return insert
        .bind("id", poster.id().value())
        .bind("venue", poster.venue().value())
        .bind("direction", poster.direction().name())
        .bindByType("label", poster.label().map(PosterLabel::text).orElse(null), String.class)
        .bind("issuedAt", poster.issuedAt())
        .bindByType("revokedAt", poster.revokedAt().orElse(null), Instant.class)
        .bindByType(
            "replaces",
            poster.succession().replaces().map(PosterId::value).orElse(null),
            UUID.class);
  }
}
