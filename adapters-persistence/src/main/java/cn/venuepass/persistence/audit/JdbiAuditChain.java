package cn.venuepass.persistence.audit;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.audit.AuditChain;
import cn.venuepass.domain.audit.AuditEntry;
import cn.venuepass.domain.audit.AuditHead;
import cn.venuepass.domain.audit.AuditSeal;
import cn.venuepass.domain.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The seals, and the one row of the chain's end, which sealers lock. */
public final class JdbiAuditChain implements AuditChain {
  private static final String SEAL =
      "SELECT first_number, last_number, sealed_at, key_id, mac FROM audit_seal ";
  private static final String ENTRY =
      "SELECT e.number, " + AuditRow.COLUMNS + " FROM audit_event e ";

  private final Jdbi jdbi;

  public JdbiAuditChain(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public AuditHead lockHead() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT last_number, seal, key_id, mac FROM audit_head WHERE id = 1 FOR UPDATE")
                .map(JdbiAuditChain::head)
                .findOne()
                .orElseThrow(() -> new IllegalStateException("the audit log has lost its end")));
  }

  @Override
  public List<AuditEntry> listUnsealed(int most) {
    return jdbi.withHandle(
        handle ->
            withSubjects(
                    handle,
                    handle
                        .createQuery(
                            ENTRY + "WHERE e.number IS NULL ORDER BY e.at, e.id LIMIT :most")
                        .bind("most", most)
                        .map(JdbiAuditChain::numbered)
                        .list())
                .stream()
                .map(Numbered::entry)
                .toList());
  }

  @Override
  public void append(AuditSeal seal, List<AuditEntry> entries, AuditHead head) {
    jdbi.useTransaction(
        handle -> {
          number(handle, seal.first(), entries);
          insert(handle, seal);
          int unused =
              handle
                  .createUpdate(
                      """
                      UPDATE audit_head
                         SET last_number = :last, seal = :seal, key_id = :key, mac = :mac
                       WHERE id = 1
                      """)
                  .bind("last", head.last())
                  .bind("seal", head.seal())
                  .bind("key", (int) head.keyId())
                  .bind("mac", head.mac())
                  .execute();
        });
  }

  @Override
  public Ends ends() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT h.last_number, h.seal, h.key_id, h.mac,
                           (SELECT max(last_number) FROM audit_seal) AS last_sealed,
                           (SELECT min(number) FROM audit_event WHERE number < 1) AS below,
                           (SELECT max(number) FROM audit_event) AS highest,
                           (SELECT count(*) FROM audit_event WHERE number IS NULL) AS unsealed
                      FROM (VALUES (1)) AS one (id)
                      LEFT JOIN audit_head h ON h.id = one.id
                    """)
                .map(JdbiAuditChain::readEnds)
                .one());
  }

  @Override
  public List<AuditSeal> listSeals(long after, long upTo, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SEAL
                        + """
                          WHERE last_number > :after AND last_number <= :upTo
                          ORDER BY last_number LIMIT :most
                          """)
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("most", most)
                .map(JdbiAuditChain::seal)
                .list());
  }

  @Override
  public Optional<AuditSeal> findSeal(long last) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SEAL + "WHERE last_number = :last")
                .bind("last", last)
                .map(JdbiAuditChain::seal)
                .findOne());
  }

  @Override
  public List<Numbered> listEntries(long first, long last, int most) {
    return jdbi.withHandle(
        handle ->
            withSubjects(
                handle,
                handle
                    .createQuery(
                        ENTRY
                            + """
                              WHERE e.number >= :first AND e.number <= :last
                              ORDER BY e.number, e.id LIMIT :most
                              """)
                    .bind("first", first)
                    .bind("last", last)
                    .bind("most", most)
                    .map(JdbiAuditChain::numbered)
                    .list()));
  }

  private static void number(Handle handle, long first, List<AuditEntry> entries) {
    PreparedBatch batch =
        handle.prepareBatch(
            "UPDATE audit_event SET number = :number WHERE id = :id AND number IS NULL");
    long number = first;
    for (AuditEntry entry : entries) {
      batch.bind("number", number++).bind("id", entry.id()).add();
    }
    for (int changed : batch.execute()) {
      if (changed != 1) {
        throw new IllegalStateException("an event was sealed by somebody else");
      }
    }
  }

  private static void insert(Handle handle, AuditSeal seal) {
    int unused =
        handle
            .createUpdate(
                """
                INSERT INTO audit_seal (last_number, first_number, sealed_at, key_id, mac)
                VALUES (:last, :first, :at, :key, :mac)
                """)
            .bind("last", seal.last())
            .bind("first", seal.first())
            .bind("at", seal.sealedAt())
            .bind("key", (int) seal.keyId())
            .bind("mac", seal.mac())
            .execute();
  }

  private static List<Numbered> withSubjects(Handle handle, List<Numbered> entries) {
    Map<UUID, List<PersonId>> subjects =
        AuditRow.subjects(handle, entries.stream().map(each -> each.entry().id()).toList());
    return entries.stream()
        .map(
            each ->
                new Numbered(
                    each.number(),
                    new AuditEntry(
                        each.entry().id(),
                        each.entry().columns(),
                        subjects.getOrDefault(each.entry().id(), List.of()).stream()
                            .map(PersonId::value)
                            .toList())))
        .toList();
  }

  /** The columns in the order in which {@link AuditEntry} has them. */
  private static Numbered numbered(ResultSet row, StatementContext context) throws SQLException {
    return new Numbered(
        row.getLong("number"),
        new AuditEntry(
            uuid(row, "id"),
            List.of(
                Optional.of(instant(row, "at").toString()),
                text(row, "actor_kind"),
                text(row, "actor_id"),
                text(row, "actor_role"),
                text(row, "actor_division"),
                text(row, "action"),
                text(row, "purpose"),
                text(row, "venue_id"),
                text(row, "division_code"),
                text(row, "reference")),
            List.of()));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static Ends readEnds(ResultSet row, StatementContext context) throws SQLException {
    Optional<AuditHead> head =
        row.getString("mac") == null ? Optional.empty() : Optional.of(head(row, context));
    return new Ends(
        head,
        row.getLong("last_sealed"),
        Optional.ofNullable(row.getObject("below", Long.class)),
        row.getLong("highest"),
        row.getLong("unsealed"));
  }

  private static AuditHead head(ResultSet row, StatementContext context) throws SQLException {
    return new AuditHead(
        row.getLong("last_number"),
        row.getString("seal"),
        row.getByte("key_id"),
        row.getString("mac"));
  }

  private static AuditSeal seal(ResultSet row, StatementContext context) throws SQLException {
    return new AuditSeal(
        row.getLong("first_number"),
        row.getLong("last_number"),
        instant(row, "sealed_at"),
        row.getByte("key_id"),
        row.getString("mac"));
  }
}
