package cn.venuepass.persistence.audit;

import static cn.venuepass.persistence.Columns.optionalText;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.audit.AuditLog;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.audit.Access;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.persistence.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of audit events and their subjects, to which rows are only added. */
public final class JdbiAuditLog implements AuditLog {
  private static final Keyset LATEST_FIRST = Keyset.descending("e.at", "e.id");
  private static final String WITHIN =
      "SELECT "
          + AuditRow.COLUMNS
          + """
            FROM audit_event e
            JOIN division root ON root.code = :root
            LEFT JOIN division d ON d.code = e.division_code
           WHERE e.at >= :from AND e.at < :to
             AND (d.path LIKE root.path || '%'
                  OR (e.division_code IS NULL AND root.parent_code IS NULL))
          """;
  private static final String ACCESSES =
      "SELECT "
          + AuditRow.COLUMNS
          + """
                 , v.name AS venue_name, d.name AS division_name
            FROM (SELECT DISTINCT event_id FROM audit_subject
                   WHERE person_id IN (<people>)) concerned
            JOIN audit_event e ON e.id = concerned.event_id
            LEFT JOIN venue v ON v.id = e.venue_id
            LEFT JOIN division d ON d.code = e.actor_division
           WHERE e.action IN (<looks>)
             AND (e.actor_id IS NULL OR e.actor_id <> :except)
             AND EXISTS (SELECT 1 FROM audit_subject s
                          WHERE s.event_id = e.id AND (%s))
          """;
  private static final List<String> LOOKS =
      Arrays.stream(AuditAction.values()).filter(AuditAction::isLook).map(Enum::name).toList();

  private final Jdbi jdbi;

  public JdbiAuditLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(List<AuditEvent> events) {
    jdbi.useTransaction(
        handle -> {
          insertEvents(handle, events);
          insertSubjects(handle, events);
        });
  }

  @Override
  public Page<AuditEvent> list(Jurisdiction jurisdiction, Query query, PageRequest request) {
    if (!(jurisdiction instanceof Jurisdiction.OfDivision own)) {
      return new Page<>(List.of(), Optional.empty());
    }
    String sql =
        WITHIN
            + query.actor().map(actor -> " AND e.actor_id = :actor").orElse("")
            + query.action().map(action -> " AND e.action = :action").orElse("")
            + query.venue().map(venue -> " AND e.venue_id = :venue").orElse("")
            + query.reference().map(reference -> " AND e.reference = :reference").orElse("");
    return jdbi.withHandle(
        handle -> {
          var statement =
              Keyset.bind(handle.createQuery(LATEST_FIRST.page(sql, request)), request)
                  .bind("root", own.division().text())
                  .bind("from", query.from())
                  .bind("to", query.to());
          query.actor().ifPresent(actor -> statement.bind("actor", actor));
          query.action().ifPresent(action -> statement.bind("action", action.name()));
          query.venue().ifPresent(venue -> statement.bind("venue", venue.value()));
          query.reference().ifPresent(reference -> statement.bind("reference", reference));
          return withSubjects(
              handle, page(statement.map((row, context) -> AuditRow.read(row)).list(), request));
        });
  }

  @Override
  public Page<Access> listAccesses(
      Collection<Concerned> people, AccountId except, PageRequest request) {
    if (people.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    return jdbi.withHandle(
        handle -> {
          var statement =
              handle.createQuery(LATEST_FIRST.page(ACCESSES.formatted(concerns(people)), request));
          int place = 0;
          for (Concerned concerned : people) {
            statement.bind("person" + place, concerned.person().value());
            statement.bind("since" + place++, concerned.since());
          }
          Page<Access> page =
              Page.of(
                  Keyset.bind(statement, request)
                      .bindList("people", people.stream().map(c -> c.person().value()).toList())
                      .bindList("looks", LOOKS)
                      .bind("except", except.value())
                      .map(JdbiAuditLog::access)
                      .list(),
                  request,
                  access -> cursor(access.event()));
          Map<UUID, List<PersonId>> subjects =
              AuditRow.subjects(
                  handle, page.items().stream().map(a -> a.event().id().value()).toList());
          return page.map(access -> of(people, access, subjects));
        });
  }

  private static void insertEvents(Handle handle, List<AuditEvent> events) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO audit_event (id, at, actor_kind, actor_id, actor_role, actor_division,
                                     action, purpose, venue_id, division_code, reference)
            VALUES (:id, :at, :kind, :actor, :role, :actorDivision, :action, :purpose, :venue,
                    :division, :reference)
            """);
    for (AuditEvent event : events) {
      Actor actor = event.actor();
      Deed deed = event.deed();
      batch
          .bind("id", event.id().value())
          .bind("at", event.at())
          .bind("kind", actor.kind().name())
          .bindByType("actor", actor.id().orElse(null), UUID.class)
          .bindByType("role", actor.role().orElse(null), String.class)
          .bindByType(
              "actorDivision", actor.division().map(DivisionCode::text).orElse(null), String.class)
          .bind("action", deed.action().name())
          .bind("purpose", deed.purpose().name())
          .bindByType("venue", deed.venue().map(VenueId::value).orElse(null), UUID.class)
          .bindByType(
              "division", deed.division().map(DivisionCode::text).orElse(null), String.class)
          .bindByType("reference", deed.reference().orElse(null), String.class)
          .add();
    }
    int[] unused = batch.execute();
  }

  private static void insertSubjects(Handle handle, List<AuditEvent> events) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO audit_subject (event_id, person_id) VALUES (:event, :person)");
    for (AuditEvent event : events) {
      for (PersonId person : event.deed().subjects()) {
        batch.bind("event", event.id().value()).bind("person", person.value()).add();
      }
    }
    int[] unused = batch.execute();
  }

  private static Page<AuditEvent> page(List<AuditEvent> read, PageRequest request) {
    return Page.of(read, request, JdbiAuditLog::cursor);
  }

  private static Page<AuditEvent> withSubjects(Handle handle, Page<AuditEvent> page) {
    Map<UUID, List<PersonId>> subjects =
        AuditRow.subjects(handle, page.items().stream().map(event -> event.id().value()).toList());
    return page.map(event -> AuditRow.with(event, subjects.get(event.id().value())));
  }

  private static String concerns(Collection<Concerned> people) {
    return IntStream.range(0, people.size())
        .mapToObj(place -> "s.person_id = :person%1$d AND e.at >= :since%1$d".formatted(place))
        .collect(Collectors.joining(" OR "));
  }

  /** The access with those of its subjects whom it concerns since they are watched. */
  private static Access of(
      Collection<Concerned> people, Access access, Map<UUID, List<PersonId>> subjects) {
    Set<PersonId> own =
        people.stream()
            .filter(concerned -> !access.event().at().isBefore(concerned.since()))
            .map(Concerned::person)
            .collect(Collectors.toSet());
    List<PersonId> shown =
        subjects.getOrDefault(access.event().id().value(), List.of()).stream()
            .filter(own::contains)
            .toList();
    return new Access(
        AuditRow.with(access.event(), shown), access.venueName(), access.divisionName());
  }

  private static Access access(ResultSet row, StatementContext context) throws SQLException {
    return new Access(
        AuditRow.read(row),
        optionalText(row, "venue_name", name -> name),
        optionalText(row, "division_name", name -> name));
  }

  private static Cursor cursor(AuditEvent event) {
    return new Cursor(event.at(), event.id().value());
  }
}
