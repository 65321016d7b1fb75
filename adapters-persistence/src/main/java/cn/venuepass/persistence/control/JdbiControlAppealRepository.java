package cn.venuepass.persistence.control;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.control.ControlAppealRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlAppeal.Decision;
import cn.venuepass.domain.control.ControlAppealId;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.control.ControlSignature;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Appeals; a unique key lets one of them be open against an order. Their words are hidden. */
public final class JdbiControlAppealRepository implements ControlAppealRepository {
  private static final String TEXT = "control_appeal.text";
  private static final String ANSWER = "control_appeal.answer";
  private static final String SELECT =
      """
      SELECT a.id, a.order_id, a.account_id, a.text, a.made_at, a.upheld, a.answer, a.decided_by,
             a.decided_at
        FROM control_appeal a
      """;
  private static final String WITHIN =
      SELECT + " JOIN control_order o ON o.id = a.order_id WHERE " + OrderConditions.WITHIN;

  private final Jdbi jdbi;
  private final PersonalFields fields;

  public JdbiControlAppealRepository(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  @Override
  public boolean add(ControlAppeal appeal) {
    UUID id = appeal.id().value();
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        INSERT INTO control_appeal (id, order_id, open_for, account_id, text, made_at)
                        VALUES (:id, :order, :order, :account, :text, :at)
                        ON CONFLICT DO NOTHING
                        """)
                    .bind("id", id)
                    .bind("order", appeal.order().value())
                    .bind("account", appeal.account().value())
                    .bind("text", fields.encrypt(TEXT, id, appeal.text().text()))
                    .bind("at", appeal.madeAt())
                    .execute()
                == 1);
  }

  @Override
  public Optional<ControlAppeal> find(ControlAppealId appeal) {
    return read(SELECT + " WHERE a.id = :id", query -> query.bind("id", appeal.value())).stream()
        .findFirst();
  }

  @Override
  public Optional<ControlAppeal> findWithin(ControlAppealId appeal, Jurisdiction jurisdiction) {
    return read(
            WITHIN + " AND a.id = :id",
            query -> OrderConditions.bindWithin(query, jurisdiction).bind("id", appeal.value()))
        .stream()
        .findFirst();
  }

  @Override
  public Page<ControlAppeal> listWithin(
      Jurisdiction jurisdiction, ControlAppeal.Status status, PageRequest request) {
    Keyset order = Keyset.ascending("a.made_at", "a.id");
    return Page.of(
        read(
            order.page(WITHIN + " AND " + condition(status), request),
            query -> OrderConditions.bindWithin(Keyset.bind(query, request), jurisdiction)),
        request,
        appeal -> new Cursor(appeal.madeAt(), appeal.id().value()));
  }

  @Override
  public List<ControlAppeal> listOf(Collection<ControlOrderId> orders) {
    return orders.isEmpty()
        ? List.of()
        : read(
            SELECT + " WHERE a.order_id IN (<orders>) ORDER BY a.made_at, a.id",
            query -> query.bindList("orders", orders.stream().map(ControlOrderId::value).toList()));
  }

  @Override
  public boolean decide(ControlAppealId appeal, Decision decision) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE control_appeal
                           SET open_for = NULL, upheld = :upheld, answer = :answer,
                               decided_by = :by, decided_at = :at
                         WHERE id = :id AND open_for IS NOT NULL
                        """)
                    .bind("id", appeal.value())
                    .bindByType("upheld", upheld(decision), Boolean.class)
                    .bindByType(
                        "answer",
                        decision
                            .answer()
                            .map(answer -> fields.encrypt(ANSWER, appeal.value(), answer.text()))
                            .orElse(null),
                        byte[].class)
                    .bind("by", decision.signed().by().value())
                    .bind("at", decision.signed().at())
                    .execute()
                == 1);
  }

  private static String condition(ControlAppeal.Status status) {
    return switch (status) {
      case OPEN -> "a.open_for IS NOT NULL";
      case UPHELD -> "a.upheld";
      case DISMISSED -> "NOT a.upheld";
      case LIFTED -> "a.open_for IS NULL AND a.upheld IS NULL";
    };
  }

  /** Nothing if the order was lifted before anybody answered. */
  private static @Nullable Boolean upheld(Decision decision) {
    return decision.status() == ControlAppeal.Status.LIFTED
        ? null
        : decision.status() == ControlAppeal.Status.UPHELD;
  }

  private List<ControlAppeal> read(String query, UnaryOperator<Query> bound) {
    return jdbi.withHandle(
        handle -> bound.apply(handle.createQuery(query)).map((row, context) -> appeal(row)).list());
  }

  private ControlAppeal appeal(ResultSet row) throws SQLException {
    UUID id = uuid(row, "id");
    return new ControlAppeal(
        new ControlAppealId(id),
        new ControlOrderId(uuid(row, "order_id")),
        new AccountId(uuid(row, "account_id")),
        new ControlNote(fields.decrypt(TEXT, id, row.getBytes("text"))),
        instant(row, "made_at"),
        decision(row, id));
  }

  private Optional<Decision> decision(ResultSet row, UUID id) throws SQLException {
    Optional<ControlNote> answer =
        Optional.ofNullable(row.getBytes("answer"))
            .map(words -> new ControlNote(fields.decrypt(ANSWER, id, words)));
    boolean upheld = row.getBoolean("upheld");
    Optional<Instant> at = optionalInstant(row, "decided_at");
    return optionalId(row, "decided_by", StaffId::new)
        .map(by -> new ControlSignature(by, at.orElseThrow()))
        .map(
            signed ->
                answer
                    .map(words -> Decision.answered(upheld, words, signed))
                    .orElseGet(() -> Decision.lifted(signed)));
  }
}
