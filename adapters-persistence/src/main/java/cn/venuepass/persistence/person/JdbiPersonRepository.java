package cn.venuepass.persistence.person;

import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.persistence.FieldKeys;
import cn.venuepass.persistence.HashClaims;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** People, found by the keyed hash of their ID number. */
public final class JdbiPersonRepository implements PersonRepository {
  private static final String KIND = "resident-id-number";
  private static final String ID_NUMBER = "person.id_number";
  private static final String NAME = "person.name";
  private static final String PHONE = "person.phone";

  private final Jdbi jdbi;
  private final PersonalFields fields;
  private final IdGenerator ids;

  public JdbiPersonRepository(Jdbi jdbi, PersonalFields fields, IdGenerator ids) {
    this.jdbi = jdbi;
    this.fields = fields;
    this.ids = ids;
  }

  @Override
  public Person findOrAdd(ResidentIdNumber idNumber, Optional<PersonName> name) {
    return findKnown(idNumber)
        .orElseGet(
            () -> {
              add(new PersonId(ids.next()), idNumber, name);
              return findKnown(idNumber).orElseThrow();
            });
  }

  @Override
  public Optional<Person> find(PersonId person) {
    return findAll(List.of(person)).stream().findFirst();
  }

  @Override
  public Optional<PersonId> findByIdNumber(ResidentIdNumber idNumber) {
    return findKnown(idNumber).map(Person::id);
  }

  @Override
  public List<Person> findAll(Collection<PersonId> people) {
    if (people.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id, id_number, name, phone FROM person WHERE id IN (<ids>)")
                .bindList("ids", people.stream().map(PersonId::value).toList())
                .map(this::person)
                .list());
  }

  @Override
  public void update(Person person) {
    UUID id = person.id().value();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE person SET name = :name, phone = :phone WHERE id = :id")
                .bind("name", encrypted(NAME, id, person.name().map(PersonName::text)))
                .bind("phone", encrypted(PHONE, id, person.phone().map(PhoneNumber::e164)))
                .bind("id", id)
                .execute());
  }

  private Optional<Person> findKnown(ResidentIdNumber idNumber) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, id_number, name, phone, forsaken_at FROM person
                     WHERE credential_hash IN (<hashes>)
                    """)
                .bindList("hashes", fields.hashes(KIND, idNumber.text()))
                .map(
                    (row, context) ->
                        new Known(
                            person(row, context), optionalInstant(row, "forsaken_at").isPresent()))
                .findOne()
                .filter(known -> !known.forsaken() || isKept(handle, known.person().id()))
                .map(Known::person));
  }

  /** Whom somebody asks for, is not forsaken; false if the person was deleted meanwhile. */
  private static boolean isKept(Handle handle, PersonId person) {
    return handle
            .createUpdate("UPDATE person SET forsaken_at = NULL WHERE id = :id")
            .bind("id", person.value())
            .execute()
        == 1;
  }

  private record Known(Person person, boolean forsaken) {}

  private void add(PersonId person, ResidentIdNumber idNumber, Optional<PersonName> name) {
    FieldKeys keys = fields.now();
    jdbi.useTransaction(
        handle -> {
          if (HashClaims.claim(handle, keys.hashesToClaim(KIND, idNumber.text()), person.value())) {
            insert(handle, keys.hash(KIND, idNumber.text()), person.value(), idNumber, name);
          }
        });
  }

  private void insert(
      Handle handle, byte[] hash, UUID id, ResidentIdNumber idNumber, Optional<PersonName> name) {
    int unused =
        handle
            .createUpdate(
                """
                INSERT INTO person (credential_hash, id, id_number, name)
                VALUES (:hash, :id, :idNumber, :name)
                ON CONFLICT DO NOTHING
                """)
            .bind("hash", hash)
            .bind("id", id)
            .bind("idNumber", fields.encrypt(ID_NUMBER, id, idNumber.text()))
            .bind("name", encrypted(NAME, id, name.map(PersonName::text)))
            .execute();
  }

  private byte @Nullable [] encrypted(String column, UUID row, Optional<String> value) {
    return value.map(text -> fields.encrypt(column, row, text)).orElse(null);
  }

  private Optional<String> decrypted(String column, UUID row, byte @Nullable [] ciphertext) {
    return Optional.ofNullable(ciphertext).map(bytes -> fields.decrypt(column, row, bytes));
  }

  private Person person(ResultSet row, StatementContext context) throws SQLException {
    UUID id = uuid(row, "id");
    return new Person(
        new PersonId(id),
        new ResidentIdNumber(fields.decrypt(ID_NUMBER, id, row.getBytes("id_number"))),
        decrypted(NAME, id, row.getBytes("name")).map(PersonName::new),
        decrypted(PHONE, id, row.getBytes("phone")).map(PhoneNumber::new));
  }
}
