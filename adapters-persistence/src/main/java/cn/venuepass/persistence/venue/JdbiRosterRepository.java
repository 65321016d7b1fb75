package cn.venuepass.persistence.venue;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.venue.RosterRepository;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.venue.RosterEntry;
import cn.venuepass.domain.venue.RosterEntryId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Who works where; ended entries stay, since they mark earlier visits. */
public final class JdbiRosterRepository implements RosterRepository {
  private static final String NAME = "roster_entry.name";
  private static final String MASKED_ID_NUMBER = "roster_entry.masked_id_number";
  private static final String SELECT =
      """
      SELECT id, venue_id, person_id, name, masked_id_number, since, ended_at
        FROM roster_entry WHERE venue_id = :venue
      """;

  private final Jdbi jdbi;
  private final PersonalFields fields;

  public JdbiRosterRepository(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  @Override
  public boolean add(RosterEntry entry) {
    UUID id = entry.id().value();
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        INSERT INTO roster_entry (id, venue_id, person_id, current_person_id,
                                                  name, masked_id_number, since)
                        VALUES (:id, :venue, :person, :person, :name, :masked, :since)
                        ON CONFLICT DO NOTHING
                        """)
                    .bind("id", id)
                    .bind("venue", entry.venue().value())
                    .bind("person", entry.person().value())
                    .bind("name", fields.encrypt(NAME, id, entry.name().text()))
                    .bind("masked", fields.encrypt(MASKED_ID_NUMBER, id, entry.maskedIdNumber()))
                    .bind("since", entry.since())
                    .execute()
                == 1);
  }

  @Override
  public Optional<RosterEntry> find(VenueId venue, RosterEntryId entry) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " AND id = :id")
                .bind("venue", venue.value())
                .bind("id", entry.value())
                .map(this::entry)
                .findOne());
  }

  @Override
  public List<RosterEntry> listOf(VenueId venue) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " AND ended_at IS NULL ORDER BY since, id")
                .bind("venue", venue.value())
                .map(this::entry)
                .list());
  }

  @Override
  public List<RosterEntry> entriesOf(VenueId venue, Collection<PersonId> people) {
    if (people.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " AND person_id IN (<people>)")
                .bind("venue", venue.value())
                .bindList("people", people.stream().map(PersonId::value).toList())
                .map(this::entry)
                .list());
  }

  @Override
  public boolean end(VenueId venue, RosterEntryId entry, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE roster_entry SET ended_at = :at, current_person_id = NULL
                         WHERE venue_id = :venue AND id = :id AND ended_at IS NULL
                        """)
                    .bind("at", at)
                    .bind("venue", venue.value())
                    .bind("id", entry.value())
                    .execute()
                == 1);
  }

  private RosterEntry entry(ResultSet row, StatementContext context) throws SQLException {
    UUID id = uuid(row, "id");
    return new RosterEntry(
        new RosterEntryId(id),
        new VenueId(uuid(row, "venue_id")),
        new PersonId(uuid(row, "person_id")),
        new PersonName(fields.decrypt(NAME, id, row.getBytes("name"))),
        fields.decrypt(MASKED_ID_NUMBER, id, row.getBytes("masked_id_number")),
        instant(row, "since"),
        optionalInstant(row, "ended_at"));
  }
}
