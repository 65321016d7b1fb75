package cn.venuepass.persistence.venue;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.directory.ListedVenue;
import cn.venuepass.application.directory.VenueDirectory;
import cn.venuepass.application.directory.VenueSearch;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.survey.AppliedVenue;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.Narrowed;
import cn.venuepass.persistence.Scope;
import cn.venuepass.persistence.SignSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads the table of venues, and nothing of it that is encrypted. */
public final class JdbiVenueDirectory implements VenueDirectory {
  private static final String ANY =
      """
      SELECT v.id, v.name, v.type_code, v.community_code, v.address, v.social_credit_code,
             v.status, v.parent_id, v.tracks_exits, v.capacity, v.applied_at, v.decided_at
        FROM venue v
       WHERE v.status <> 'REMOVED'
      """;
  private static final Keyset OLDEST_FIRST = Keyset.ascending("v.applied_at", "v.id");

  private final Jdbi jdbi;

  public JdbiVenueDirectory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Page<ListedVenue> list(
      Jurisdiction jurisdiction, VenueSearch search, PageRequest request) {
    String query =
        ANY
            + Narrowed.of(jurisdiction, search.narrowing())
            + search.status().map(status -> " AND v.status = :status").orElse("")
            + SignSearch.of(search.words(), "v");
    return Page.of(
        jdbi.withHandle(
            handle -> {
              var bound =
                  Narrowed.bind(
                      Keyset.bind(handle.createQuery(OLDEST_FIRST.page(query, request)), request),
                      jurisdiction,
                      search.narrowing());
              search.status().ifPresent(status -> bound.bind("status", status.name()));
              return SignSearch.bind(bound, search.words()).map(JdbiVenueDirectory::listed).list();
            }),
        request,
        venue -> new Cursor(venue.appliedAt(), venue.id().value()));
  }

  @Override
  public Optional<ListedVenue> find(VenueId venue, Jurisdiction jurisdiction) {
    return jdbi.withHandle(
        handle ->
            Scope.bind(
                    handle.createQuery(ANY + " AND v.id = :venue" + Scope.of(jurisdiction, "v")),
                    jurisdiction)
                .bind("venue", venue.value())
                .map(JdbiVenueDirectory::listed)
                .findOne());
  }

  /** Each half has an index of its own, which no database uses behind an OR for sure. */
  @Override
  public List<ListedVenue> listBeside(ListedVenue venue, Jurisdiction jurisdiction) {
    Optional<SocialCreditCode> code = venue.sign().socialCreditCode();
    String beside = ANY + " AND v.id <> :venue" + Scope.of(jurisdiction, "v");
    String query =
        beside
            + " AND v.community_code = :community"
            + code.map(known -> " UNION " + beside + " AND v.social_credit_code = :code")
                .orElse("");
    return jdbi.withHandle(
        handle -> {
          var bound =
              Scope.bind(handle.createQuery(query), jurisdiction)
                  .bind("venue", venue.id().value())
                  .bind("community", venue.sign().community().text());
          code.ifPresent(known -> bound.bind("code", known.text()));
          return bound.map(JdbiVenueDirectory::listed).list();
        });
  }

  @Override
  public List<Waiting> countWaiting(Jurisdiction jurisdiction) {
    return jdbi.withHandle(
        handle ->
            Scope.bind(
                    handle.createQuery(
                        """
                        SELECT c.code, c.name, c.level, c.parent_code,
                               count(*) AS applications, min(v.applied_at) AS oldest
                          FROM venue v JOIN division c ON c.code = v.community_code
                         WHERE v.status = 'PENDING'
                        """
                            + Scope.of(jurisdiction, "v")
                            + """
                               GROUP BY c.code, c.name, c.level, c.parent_code
                               ORDER BY oldest, c.code
                              """),
                    jurisdiction)
                .map(JdbiVenueDirectory::waiting)
                .list());
  }

  private static ListedVenue listed(ResultSet row, StatementContext context) throws SQLException {
    return new ListedVenue(
        new AppliedVenue(
            new VenueId(uuid(row, "id")),
            new VenueName(row.getString("name")),
            new VenueTypeCode(row.getString("type_code")),
            new DivisionCode(row.getString("community_code")),
            new Address(row.getString("address")),
            optionalText(row, "social_credit_code", SocialCreditCode::new),
            VenueStatus.valueOf(row.getString("status"))),
        optionalId(row, "parent_id", VenueId::new),
        row.getBoolean("tracks_exits"),
        Optional.ofNullable(row.getObject("capacity", Integer.class)).map(Capacity::new),
        instant(row, "applied_at"),
        optionalInstant(row, "decided_at"));
  }

  private static Waiting waiting(ResultSet row, StatementContext context) throws SQLException {
    return new Waiting(
        new Division(
            new DivisionCode(row.getString("code")),
            row.getString("name"),
            Division.Level.valueOf(row.getString("level")),
            optionalText(row, "parent_code", DivisionCode::new)),
        row.getLong("applications"),
        instant(row, "oldest"));
  }
}
