package cn.venuepass.persistence.posterlife;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.posterlife.FoundWarning;
import cn.venuepass.application.posterlife.PosterWarningRepository;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.posterlife.DismissalReason;
import cn.venuepass.domain.posterlife.DoubtfulScan;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.posterlife.PosterWarningId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.Narrowed;
import cn.venuepass.persistence.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** Warnings and doubts, each told apart by its key. */
public final class JdbiPosterWarningRepository implements PosterWarningRepository {
  private static final String COLUMNS =
      """
      w.id, w.poster_id, w.venue_id, w.kind, w.begins, w.ends, w.people, w.first_at, w.last_at,
      w.dismissed_at, w.dismissed_by, w.dismissal_reason
      """;
  private static final String AT_VENUES =
      "SELECT "
          + COLUMNS
          + """
          , v.name, v.community_code
            FROM poster_warning w JOIN venue v ON v.id = w.venue_id
           WHERE TRUE
          """;
  private static final String OPEN = " AND w.dismissed_at IS NULL\n";
  private static final Keyset LATEST_FIRST = Keyset.descending("w.begins", "w.id");

  private final Jdbi jdbi;

  public JdbiPosterWarningRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void store(PosterWarning warning, Collection<DoubtfulScan> scans) {
    jdbi.useTransaction(
        handle -> {
          if (!update(handle, warning)) {
            insert(handle, warning);
          }
          openId(handle, warning).ifPresent(id -> doubt(handle, id, warning.kind(), scans));
        });
  }

  private static boolean update(Handle handle, PosterWarning warning) {
    return bind(
                handle.createUpdate(
                    """
                    UPDATE poster_warning
                       SET people = :people, first_at = :firstAt, last_at = :lastAt
                     WHERE poster_id = :poster AND kind = :kind AND begins = :from
                       AND dismissed_at IS NULL
                    """),
                warning)
            .execute()
        == 1;
  }

  private static void insert(Handle handle, PosterWarning warning) {
    int unused =
        bind(
                handle.createUpdate(
                    """
                    INSERT INTO poster_warning
                           (id, poster_id, venue_id, kind, begins, ends, people, first_at, last_at)
                    VALUES (:id, :poster, :venue, :kind, :from, :to, :people, :firstAt, :lastAt)
                    ON CONFLICT DO NOTHING
                    """),
                warning)
            .bind("id", warning.id().value())
            .bind("venue", warning.venue().value())
            .bind("to", warning.to())
            .execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, PosterWarning warning) {
    return statement
        .bind("poster", warning.poster().value())
        .bind("kind", warning.kind().name())
        .bind("from", warning.from())
        .bind("people", warning.people())
        .bind("firstAt", warning.firstAt())
        .bind("lastAt", warning.lastAt());
  }

  private static Optional<UUID> openId(Handle handle, PosterWarning warning) {
    return handle
        .createQuery(
            """
            SELECT id FROM poster_warning
             WHERE poster_id = :poster AND kind = :kind AND begins = :from
               AND dismissed_at IS NULL
               FOR UPDATE
            """)
        .bind("poster", warning.poster().value())
        .bind("kind", warning.kind().name())
        .bind("from", warning.from())
        .map((row, context) -> uuid(row, "id"))
        .findOne();
  }

  private static void doubt(
      Handle handle, UUID warning, Doubt.Kind kind, Collection<DoubtfulScan> scans) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO visit_doubt
                   (warning_id, visit_id, direction, kind, venue_id, entered_at, at)
            VALUES (:warning, :visit, :direction, :kind, :venue, :begin, :at)
            ON CONFLICT DO NOTHING
            """);
    for (DoubtfulScan scan : scans) {
      batch
          .bind("warning", warning)
          .bind("visit", scan.visit().value())
          .bind("direction", scan.direction().name())
          .bind("kind", kind.name())
          .bind("venue", scan.venue().value())
          .bind("begin", scan.begin())
          .bind("at", scan.at())
          .add();
    }
    int[] unused = batch.execute();
  }

  @Override
  public Optional<PosterWarning> findWithin(PosterWarningId warning, Jurisdiction jurisdiction) {
    return jdbi.withHandle(
        handle ->
            Scope.bind(
                    handle.createQuery(AT_VENUES + " AND w.id = :id" + Scope.of(jurisdiction, "v")),
                    jurisdiction)
                .bind("id", warning.value())
                .map((row, context) -> warning(row))
                .findOne());
  }

  @Override
  public boolean dismiss(PosterWarningId warning, PosterWarning.Dismissal dismissal) {
    return jdbi.inTransaction(
        handle -> {
          boolean open =
              handle
                      .createUpdate(
                          """
                          UPDATE poster_warning
                             SET dismissed_at = :at, dismissed_by = :by, dismissal_reason = :reason
                           WHERE id = :id AND dismissed_at IS NULL
                          """)
                      .bind("at", dismissal.at())
                      .bind("by", dismissal.by().value())
                      .bind("reason", dismissal.reason().text())
                      .bind("id", warning.value())
                      .execute()
                  == 1;
          if (open) {
            int unused =
                handle
                    .createUpdate("DELETE FROM visit_doubt WHERE warning_id = :id")
                    .bind("id", warning.value())
                    .execute();
          }
          return open;
        });
  }

  @Override
  public Page<FoundWarning> list(
      Jurisdiction jurisdiction,
      Narrowing narrowing,
      Optional<Doubt.Kind> kind,
      PageRequest request) {
    String query =
        AT_VENUES
            + OPEN
            + kind.map(wanted -> " AND w.kind = :kind\n").orElse("")
            + Narrowed.of(jurisdiction, narrowing);
    return jdbi.withHandle(
        handle -> {
          Query asked =
              Narrowed.bind(
                  Keyset.bind(handle.createQuery(LATEST_FIRST.page(query, request)), request),
                  jurisdiction,
                  narrowing);
          kind.ifPresent(wanted -> asked.bind("kind", wanted.name()));
          return Page.of(
              asked.map(JdbiPosterWarningRepository::found).list(),
              request,
              found -> new Cursor(found.warning().from(), found.warning().id().value()));
        });
  }

  @Override
  public List<PosterWarning> listOf(PosterId poster) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + " FROM poster_warning w WHERE w.poster_id = :poster"
                        + OPEN
                        + " ORDER BY w.begins DESC, w.id DESC")
                .bind("poster", poster.value())
                .map((row, context) -> warning(row))
                .list());
  }

  private static FoundWarning found(ResultSet row, StatementContext context) throws SQLException {
    return new FoundWarning(
        warning(row),
        new VenueName(row.getString("name")),
        new DivisionCode(row.getString("community_code")));
  }

  private static PosterWarning warning(ResultSet row) throws SQLException {
    UUID by = uuid(row, "dismissed_by");
    String reason = row.getString("dismissal_reason");
    return new PosterWarning(
        new PosterWarningId(uuid(row, "id")),
        new PosterId(uuid(row, "poster_id")),
        new VenueId(uuid(row, "venue_id")),
        Doubt.Kind.valueOf(row.getString("kind")),
        instant(row, "begins"),
        instant(row, "ends"),
        row.getInt("people"),
        instant(row, "first_at"),
        instant(row, "last_at"),
        optionalInstant(row, "dismissed_at")
            .map(
                at ->
                    new PosterWarning.Dismissal(new StaffId(by), new DismissalReason(reason), at)));
  }
}
