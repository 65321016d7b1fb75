package cn.venuepass.persistence.drill;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.drill.DrillRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.drill.Drill;
import cn.venuepass.domain.drill.DrillClock;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Drills with their names hidden; the clock stands in the row once it has stopped. */
public final class JdbiDrills implements DrillRepository {
  private static final String NAME = "drill.name";
  private static final String SELECT =
      """
      SELECT x.id, x.name, x.community_code, x.seed, x.opened_by, x.opened_at, x.listed_at,
             x.first_reached_at, x.all_reached_at, x.ended_at, x.contacts, x.reached
        FROM drill x
      """;
  private static final String BELOW =
      """
       AND x.community_code IN (
             SELECT d.code FROM division d
               JOIN division top ON top.code = :%1$s AND d.path LIKE top.path || '%%')
      """;
  private static final Keyset LATEST_FIRST = Keyset.descending("x.opened_at", "x.id");

  private final Jdbi jdbi;
  private final PersonalFields fields;

  public JdbiDrills(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  @Override
  public void add(Drill drill) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO drill (id, name, community_code, seed, opened_by, opened_at,
                                       contacts, reached)
                    VALUES (:id, :name, :community, :seed, :by, :at, 0, 0)
                    """)
                .bind("id", drill.of().value())
                .bind("name", fields.encrypt(NAME, drill.of().value(), drill.name()))
                .bind("community", drill.community().text())
                .bind("seed", drill.seed())
                .bind("by", drill.by().value())
                .bind("at", drill.openedAt())
                .execute());
  }

  @Override
  public Optional<Drill> find(CaseId of) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " WHERE x.id = :id")
                .bind("id", of.value())
                .map((row, context) -> read(row))
                .findOne());
  }

  @Override
  public List<Drill> listRunning() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " WHERE x.ended_at IS NULL ORDER BY x.opened_at, x.id")
                .map((row, context) -> read(row))
                .list());
  }

  @Override
  public Page<Drill> listWithin(
      Jurisdiction jurisdiction, Optional<DivisionCode> division, PageRequest request) {
    List<Drill> read =
        jurisdiction instanceof Jurisdiction.OfDivision own
            ? read(own.division(), division, request)
            : List.of();
    return Page.of(read, request, drill -> new Cursor(drill.openedAt(), drill.of().value()));
  }

  private List<Drill> read(
      DivisionCode root, Optional<DivisionCode> division, PageRequest request) {
    String condition =
        BELOW.formatted("root") + (division.isPresent() ? BELOW.formatted("division") : "");
    return jdbi.withHandle(
        handle -> {
          Query query =
              Keyset.bind(
                      handle.createQuery(
                          LATEST_FIRST.page(SELECT + " WHERE TRUE " + condition, request)),
                      request)
                  .bind("root", root.text());
          division.ifPresent(place -> query.bind("division", place.text()));
          return query.map((row, context) -> read(row)).list();
        });
  }

  @Override
  public boolean end(Drill ended) {
    DrillClock clock = ended.ended().orElseThrow();
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE drill SET listed_at = :listed, first_reached_at = :first,
                               all_reached_at = :all, ended_at = :ended, contacts = :contacts,
                               reached = :reached
                         WHERE id = :id AND ended_at IS NULL
                        """)
                    .bind("id", ended.of().value())
                    .bindByType("listed", clock.listedAt().orElse(null), Instant.class)
                    .bindByType("first", clock.firstReachedAt().orElse(null), Instant.class)
                    .bindByType("all", clock.allReachedAt().orElse(null), Instant.class)
                    .bind("ended", clock.endedAt().orElseThrow())
                    .bind("contacts", clock.contacts())
                    .bind("reached", clock.reached())
                    .execute())
        == 1;
  }

  private Drill read(ResultSet row) throws SQLException {
    UUID id = uuid(row, "id");
    Instant opened = instant(row, "opened_at");
    Optional<Instant> ended = optionalInstant(row, "ended_at");
    var clock =
        new DrillClock(
            opened,
            optionalInstant(row, "listed_at"),
            optionalInstant(row, "first_reached_at"),
            optionalInstant(row, "all_reached_at"),
            ended,
            row.getInt("contacts"),
            row.getInt("reached"));
    return new Drill(
        new CaseId(id),
        fields.decrypt(NAME, id, row.getBytes("name")),
        new DivisionCode(row.getString("community_code")),
        row.getString("seed"),
        new StaffId(uuid(row, "opened_by")),
        opened,
        ended.map(at -> clock));
  }
}
