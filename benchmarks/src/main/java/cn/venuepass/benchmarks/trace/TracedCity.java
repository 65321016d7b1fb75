package cn.venuepass.benchmarks.trace;

import cn.venuepass.application.tracing.FindContacts;
import cn.venuepass.application.tracing.Trace;
import cn.venuepass.application.tracing.TraceQuestion;
import cn.venuepass.application.tracing.TracingUseCases;
import cn.venuepass.benchmarks.city.CityServer;
import cn.venuepass.domain.MacKeys;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.Overlap;
import cn.venuepass.domain.tracing.TraceParameters;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.persistence.Database;
import cn.venuepass.persistence.DatabaseSettings;
import cn.venuepass.persistence.PersonalFields;
import cn.venuepass.persistence.tracing.JdbiContactSearch;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** A city in which somebody falls ill. */
final class TracedCity implements AutoCloseable {
  private static final Duration WINDOW = Duration.ofDays(14);
  private static final List<ContactGrade> SUREST_FIRST =
      List.of(ContactGrade.CERTAIN, ContactGrade.PROBABLE, ContactGrade.POSSIBLE);
  private static final PersonalFields FIELDS =
      PersonalFields.with(
          PersonalFields.newKeyset(), new MacKeys((byte) 1, Map.of((byte) 1, new byte[32])));

  private final CityServer server;
  private final Database database;
  private final Connection connection;
  private final FindContacts finding;
  private final HandWritten handWritten;
  private final Instant now;
  private final DivisionCode root;
  private final long visits;
  private List<PersonId> cases = List.of();

  private TracedCity(CityServer server) throws SQLException {
    this.server = server;
    DatabaseSettings settings = server.settings();
    this.database = Database.open(settings, Clock.tickMillis(ZoneOffset.UTC));
    this.connection = DriverManager.getConnection(settings.url(), settings.user(), "");
    run("ANALYZE venue_type");
    this.finding =
        TracingUseCases.over(database.stores(FIELDS, UUID::randomUUID).contactSearch())
            .findContacts();
    this.handWritten = new HandWritten(connection);
    this.visits = number("SELECT count(*) FROM visit");
    this.now =
        one("SELECT max(last_seen) FROM presence", row -> row.getObject(1, OffsetDateTime.class))
            .toInstant();
    this.root =
        new DivisionCode(
            one("SELECT code FROM division WHERE parent_code IS NULL", row -> row.getString(1)));
  }

  /** How a row is read. */
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The city in that folder, its schema brought up to date. */
  static TracedCity in(Path folder) throws SQLException {
    return new TracedCity(CityServer.on(folder));
  }

  String name() {
    return "%,d visits".formatted(visits);
  }

  /** Those of some people at random whose number of contacts is nearest to that. */
  void choose(int sample, int size, int most) throws SQLException {
    Map<PersonId, Integer> sizes = sizes(sample);
    cases =
        sizes.entrySet().stream()
            .sorted(Comparator.comparing(entry -> Math.abs(entry.getValue() - size)))
            .limit(most)
            .map(Map.Entry::getKey)
            .toList();
  }

  /** How many contacts people have in the middle. */
  int usualSize(int sample) throws SQLException {
    List<Integer> sizes = sizes(sample).values().stream().sorted().toList();
    return sizes.get(sizes.size() / 2);
  }

  /** The milliseconds that the product takes for all cases. */
  double product() {
    long begin = System.nanoTime();
    for (PersonId person : cases) {
      if (ask(person, false).contacts().isEmpty()) {
        throw new IllegalStateException("no contacts");
      }
    }
    return (System.nanoTime() - begin) / 1e6;
  }

  /** The same for the statement by hand. */
  double byHand() throws SQLException {
    long begin = System.nanoTime();
    for (PersonId person : cases) {
      if (byHand(person).isEmpty()) {
        throw new IllegalStateException("no contacts");
      }
    }
    return (System.nanoTime() - begin) / 1e6;
  }

  /** The same for a statement by hand that tells only who it was, and how surely. */
  double onlyWho() throws SQLException {
    long begin = System.nanoTime();
    for (PersonId person : cases) {
      if (handWritten.onlyWho(person.value(), now.minus(WINDOW), now, root.text()).isEmpty()) {
        throw new IllegalStateException("no contacts");
      }
    }
    return (System.nanoTime() - begin) / 1e6;
  }

  /** Contacts of each case on both sides, and of how many of them both tell the same. */
  List<int[]> agreement() throws SQLException {
    List<int[]> found = new ArrayList<>();
    for (PersonId person : cases) {
      Map<UUID, HandWritten.Met> hand = byHand(person);
      var contacts = ask(person, false).contacts();
      long same =
          contacts.stream()
              .filter(contact -> met(contact).equals(hand.get(contact.person().value())))
              .count();
      found.add(new int[] {contacts.size(), hand.size(), (int) same});
    }
    return found;
  }

  private Map<UUID, HandWritten.Met> byHand(PersonId person) throws SQLException {
    return handWritten.contacts(person.value(), now.minus(WINDOW), now, root.text());
  }

  private static HandWritten.Met met(Contact contact) {
    return new HandWritten.Met(
        SUREST_FIRST.indexOf(contact.grade()) + 1,
        contact.risk(),
        contact.totalMinutes(),
        contact.overlaps().size(),
        Math.toIntExact(contact.overlaps().stream().filter(Overlap::staff).count()));
  }

  /** Both rings of somebody who was at the busiest place. */
  Trace bothRings() throws SQLException {
    PersonId person =
        new PersonId(
            one(
                """
                SELECT v.person_id FROM visit v
                 WHERE v.venue_id = (SELECT venue_id FROM visit
                                      WHERE entered_at > (SELECT max(last_seen) - interval '2 days'
                                                            FROM presence)
                                      GROUP BY venue_id ORDER BY count(*) DESC LIMIT 1)
                 ORDER BY v.entered_at DESC LIMIT 1
                """,
                row -> row.getObject(1, UUID.class)));
    return ask(person, true);
  }

  /** How PostgreSQL answers the query for the visits at the places of the first case. */
  String plan() throws SQLException {
    List<String> statements = new ArrayList<>();
    DatabaseSettings settings = server.settings();
    Jdbi jdbi = Jdbi.create(settings.url(), settings.user(), "");
    jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            statements.add(String.valueOf(context.getStatement()));
          }
        });
    Trace unused =
        ask(TracingUseCases.over(new JdbiContactSearch(jdbi)).findContacts(), cases.get(0), false);
    String ring =
        statements.stream()
            .filter(statement -> statement.contains("WITH sought"))
            .findFirst()
            .orElseThrow();
    return String.join("\n", lines("EXPLAIN (ANALYZE, BUFFERS) " + ring));
  }

  private List<String> lines(String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  private Trace ask(PersonId person, boolean secondRing) {
    return ask(finding, person, secondRing);
  }

  private Trace ask(FindContacts by, PersonId person, boolean secondRing) {
    return by.trace(
        new TraceQuestion(
            person,
            now.minus(WINDOW),
            Optional.empty(),
            root,
            TraceParameters.DEFAULT,
            List.of(),
            Map.of(),
            secondRing,
            now));
  }

  private Map<PersonId, Integer> sizes(int sample) throws SQLException {
    List<UUID> people = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id FROM person WHERE credential_hash > ? ORDER BY credential_hash LIMIT 1")) {
      var random = new Random(1);
      for (int i = 0; i < sample; i++) {
        statement.setBytes(
            1, new byte[] {1, (byte) random.nextInt(256), (byte) random.nextInt(256)});
        try (ResultSet rows = statement.executeQuery()) {
          if (rows.next()) {
            people.add(rows.getObject(1, UUID.class));
          }
        }
      }
    }
    Map<PersonId, Integer> sizes = new HashMap<>();
    for (UUID person : people) {
      var id = new PersonId(person);
      int size = ask(id, false).contacts().size();
      if (size > 0) {
        sizes.put(id, size);
      }
    }
    return sizes;
  }

  private long number(String query) throws SQLException {
    return one(query, row -> row.getLong(1));
  }

  private <T> T one(String query, Reader<T> reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      if (!rows.next()) {
        throw new IllegalStateException("nothing there");
      }
      return reader.read(rows);
    }
  }

  private void run(String statement) throws SQLException {
    try (Statement any = connection.createStatement()) {
      boolean unused = any.execute(statement);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    database.close();
    server.close();
  }
}
