package cn.venuepass.persistence.gate;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.gate.TurnedAwayRepository;
import cn.venuepass.domain.gate.TurnedAway;
import cn.venuepass.domain.gate.TurnedAwayId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Managers' notes; their words are hidden, since somebody may be named in them. */
public final class JdbiTurnedAwayRepository implements TurnedAwayRepository {
  private static final String REASON = "turned_away.reason";
  private static final String NOTE = "turned_away.note";
  private static final String SELECT =
      "SELECT id, venue_id, account_id, reason, note, at FROM turned_away WHERE venue_id = :venue";

  private final Jdbi jdbi;
  private final PersonalFields fields;

  public JdbiTurnedAwayRepository(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  @Override
  public void add(TurnedAway note) {
    UUID id = note.id().value();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO turned_away (id, venue_id, account_id, reason, note, at)
                    VALUES (:id, :venue, :by, :reason, :note, :at)
                    """)
                .bind("id", id)
                .bind("venue", note.venue().value())
                .bind("by", note.by().value())
                .bind("reason", fields.encrypt(REASON, id, note.words().reason()))
                .bind(
                    "note",
                    note.words().note().map(text -> fields.encrypt(NOTE, id, text)).orElse(null))
                .bind("at", note.at())
                .execute());
  }

  @Override
  public Optional<TurnedAway> find(VenueId venue, TurnedAwayId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " AND id = :id")
                .bind("venue", venue.value())
                .bind("id", id.value())
                .map(this::note)
                .findOne());
  }

  @Override
  public Page<TurnedAway> listOf(VenueId venue, PageRequest request) {
    Keyset order = Keyset.descending("at", "id");
    return Page.of(
        jdbi.withHandle(
            handle ->
                Keyset.bind(handle.createQuery(order.page(SELECT, request)), request)
                    .bind("venue", venue.value())
                    .map(this::note)
                    .list()),
        request,
        note -> new Cursor(note.at(), note.id().value()));
  }

  @Override
  public long count(VenueId venue, Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) FROM turned_away
                     WHERE venue_id = :venue AND at >= :from AND at < :to
                    """)
                .bind("venue", venue.value())
                .bind("from", from)
                .bind("to", to)
                .mapTo(Long.class)
                .one());
  }

  private TurnedAway note(ResultSet row, StatementContext context) throws SQLException {
    UUID id = uuid(row, "id");
    return new TurnedAway(
        new TurnedAwayId(id),
        new VenueId(uuid(row, "venue_id")),
        new TurnedAway.Words(
            fields.decrypt(REASON, id, row.getBytes("reason")),
            Optional.ofNullable(row.getBytes("note")).map(text -> fields.decrypt(NOTE, id, text))),
        new AccountId(uuid(row, "account_id")),
        instant(row, "at"));
  }
}
