package cn.venuepass.persistence.venue;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.venue.ManagerRepository;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Appointments of managers; a removed one leaves no row. */
public final class JdbiManagerRepository implements ManagerRepository {
  private static final String NAME = "manager.name";
  private static final String MASKED_ID_NUMBER = "manager.masked_id_number";
  private static final String SELECT =
      """
      SELECT id, venue_id, person_id, name, masked_id_number, added_at, active_from
        FROM manager WHERE venue_id = :venue
      """;

  private final Jdbi jdbi;
  private final PersonalFields fields;

  public JdbiManagerRepository(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  @Override
  public boolean add(Manager manager) {
    UUID id = manager.id().value();
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        INSERT INTO manager (id, venue_id, person_id, name, masked_id_number,
                                             added_at, active_from)
                        VALUES (:id, :venue, :person, :name, :masked, :addedAt, :activeFrom)
                        ON CONFLICT DO NOTHING
                        """)
                    .bind("id", id)
                    .bind("venue", manager.venue().value())
                    .bind("person", manager.person().value())
                    .bind("name", fields.encrypt(NAME, id, manager.name().text()))
                    .bind("masked", fields.encrypt(MASKED_ID_NUMBER, id, manager.maskedIdNumber()))
                    .bind("addedAt", manager.addedAt())
                    .bind("activeFrom", manager.activeFrom())
                    .execute()
                == 1);
  }

  @Override
  public Optional<Manager> find(VenueId venue, ManagerId manager) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " AND id = :id")
                .bind("venue", venue.value())
                .bind("id", manager.value())
                .map(this::manager)
                .findOne());
  }

  @Override
  public List<Manager> listOf(VenueId venue) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " ORDER BY added_at, id")
                .bind("venue", venue.value())
                .map(this::manager)
                .list());
  }

  @Override
  public boolean remove(VenueId venue, ManagerId manager) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate("DELETE FROM manager WHERE venue_id = :venue AND id = :id")
                    .bind("venue", venue.value())
                    .bind("id", manager.value())
                    .execute()
                == 1);
  }

  private Manager manager(ResultSet row, StatementContext context) throws SQLException {
    UUID id = uuid(row, "id");
    return new Manager(
        new ManagerId(id),
        new VenueId(uuid(row, "venue_id")),
        new PersonId(uuid(row, "person_id")),
        new PersonName(fields.decrypt(NAME, id, row.getBytes("name"))),
        fields.decrypt(MASKED_ID_NUMBER, id, row.getBytes("masked_id_number")),
        instant(row, "added_at"),
        instant(row, "active_from"));
  }
}
