package cn.venuepass.benchmarks.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Stores;
import cn.venuepass.application.person.WeChatIdentity;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.application.visit.Watched;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.persistence.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small city, filled by COPY, beside a database in which the product's own ledger kept books. */
class CityFillerIT {
  private static final int REPLAYED = 12;
  private static final int SAMPLED = 40;

  @TempDir private static Path folder;

  private static final City CITY =
      new City(CityPlan.ofVisits(42, 20_000, 14, LocalDate.of(2026, 3, 15)), StandardTypes.read());
  private static EmbeddedPostgres postgres;
  private static Target filled;
  private static Target kept;
  private static CityKeys keys;
  private static List<String> fresh;

  @BeforeAll
  static void fill() throws IOException, SQLException {
    postgres = EmbeddedPostgres.start();
    keys = CityKeys.of(folder.resolve("keys.json"));
    filled = target("city");
    kept = target("books");
    new CityFiller(CITY, filled, keys, unused -> {}).fill(StandardTypes.read());
    fresh = keepBooks();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void theRowsShouldBeThoseThatTheLedgerWrites() throws SQLException {
    try (Connection city = filled.connect();
        Connection books = kept.connect()) {
      for (String query : List.of(visits(), presences())) {
        assertThat(Counts.lines(city, query))
            .hasSizeGreaterThan(100)
            .containsExactlyElementsOf(Counts.lines(books, query));
      }
    }
  }

  @Test
  void theSchemaShouldBeThatOfAFreshDatabase() throws SQLException {
    assertThat(catalogue(filled)).hasSizeGreaterThan(100).containsExactlyElementsOf(fresh);
  }

  @Test
  void aPersonsVisitsShouldReadBackAsTheModelSays() {
    try (Database database = open()) {
      for (Chronicle chronicle : sampled()) {
        assertThat(read(stores(database), chronicle.resident()))
            .extracting(RecordedVisit::visit)
            .containsExactlyInAnyOrderElementsOf(
                chronicle.visits().stream().map(visit -> expected(chronicle, visit)).toList());
      }
    }
  }

  @Test
  void whoIsInsideShouldLeaveThatVisit() {
    CityPresence inside =
        chronicles(REPLAYED + SAMPLED, CITY.plan().households())
            .flatMap(chronicle -> chronicle.presences().stream())
            .filter(presence -> presence.inside() && isJustNow(presence))
            .findFirst()
            .orElseThrow();
    CityVisit visit = inside.visit();
    try (Database database = open()) {
      ScanOutcome outcome =
          stores(database)
              .visitLedger()
              .apply(
                  Scan.ofPoster(
                      new ScanId("way-out"),
                      new PersonId(CITY.ids().person(visit.person())),
                      new ScanTarget.AtPoster(
                          new PosterId(CITY.ids().poster(visit.place(), Direction.OUT))),
                      CITY.plan().end()))
              .orElseThrow()
              .outcome();
      assertThat(outcome)
          .isEqualTo(
              new ScanOutcome.Left(
                  new VisitId(CITY.ids().visit(visit)), Instant.ofEpochMilli(visit.enteredAt())));
    }
  }

  @Test
  void peopleShouldBeFoundAsTheServiceLooksForThem() {
    try (Database database = open()) {
      Stores stores = stores(database);
      for (Chronicle chronicle : sampled()) {
        int number = chronicle.resident().number();
        var id = new PersonId(CITY.ids().person(number));
        assertThat(stores.people().findByIdNumber(SampleIdentity.idNumber(number))).contains(id);
        assertThat(stores.people().find(id).flatMap(Person::name))
            .contains(SampleIdentity.name(number));
        assertThat(stores.accounts().hasAccount(id)).isEqualTo(chronicle.resident().account());
        if (chronicle.resident().account()) {
          var account =
              stores
                  .accounts()
                  .findOrAdd(new WeChatIdentity(SampleIdentity.openId(number)), CITY.plan().end());
          assertThat(account.id().value()).isEqualTo(CITY.ids().account(number));
          assertThat(account.person()).contains(id);
        }
      }
    }
  }

  @Test
  void venuesShouldBeApprovedAndPartsOfTheirParents() {
    try (Database database = open()) {
      Stores stores = stores(database);
      assertThat(CITY.town().places())
          .allSatisfy(
              place -> {
                Venue venue =
                    stores
                        .venues()
                        .find(new VenueId(CITY.ids().venue(place.number())))
                        .orElseThrow();
                assertThat(venue.isApproved()).isTrue();
                assertThat(venue.parent())
                    .isEqualTo(
                        place.parent() == Place.NONE
                            ? Optional.empty()
                            : Optional.of(new VenueId(CITY.ids().venue(place.parent()))));
              });
    }
  }

  @Test
  void theCheckShouldFindNothingAndThenWhatIsBroken() throws SQLException {
    try (Connection city = filled.connect()) {
      assertThat(CityCheck.faults(city)).isEmpty();
      city.setAutoCommit(false);
      Target.execute(
          city,
          "UPDATE presence SET last_seen = last_seen + interval '1 s' WHERE last_outcome = 'LEFT'");
      assertThat(CityCheck.faults(city))
          .singleElement()
          .asString()
          .endsWith("presences that their visit does not bear out");
      city.rollback();
    }
  }

  @Test
  void aDatabaseWithPeopleShouldNotBeFilledAgain() {
    var again = new CityFiller(CITY, filled, keys, unused -> {});
    assertThatThrownBy(() -> again.fill(StandardTypes.read()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * The same scans of some households, through the product.
   *
   * @return what the catalogue said before the first of them
   */
  private static List<String> keepBooks() throws SQLException {
    try (Database database = Database.open(kept.settings(), CITY.plan()::end)) {
      database.claim(keys.purpose(), keys.fields());
      database.makeRoomForVisits(
          LocalDate.ofInstant(CITY.plan().begin(), ZoneOffset.UTC).minusDays(1),
          CITY.plan().until());
      Stores stores = stores(database);
      List<String> catalogue = catalogue(kept);
      new TownRows(CITY, stores).store(StandardTypes.read());
      var replay = new LedgerReplay(CITY, stores);
      IntStream.range(0, REPLAYED).mapToObj(CITY::household).forEach(replay::replay);
      return catalogue;
    }
  }

  private static List<String> catalogue(Target target) throws SQLException {
    try (Connection connection = target.connect()) {
      return Catalogue.of(connection);
    }
  }

  private static String visits() {
    return """
        SELECT CAST(ROW(venue_id, person_id, entered_at, entry_method, entry_time_source,
                        entry_poster_id, entry_by, left_at, exit_method, exit_time_source,
                        exit_poster_id, exit_by, last_seen, over_capacity) AS text) AS line
          FROM visit WHERE person_id IN (%s) ORDER BY line
        """
        .formatted(replayed());
  }

  private static String presences() {
    return """
        SELECT CAST(ROW(p.venue_id, p.person_id, p.inside, p.since, p.last_seen, p.last_left,
                        p.last_scan_id, p.last_outcome, v.entered_at, v.left_at) AS text) AS line
          FROM presence p JOIN visit v ON v.venue_id = p.venue_id AND v.id = p.visit_id
         WHERE p.person_id IN (%s) ORDER BY line
        """
        .formatted(replayed());
  }

  private static String replayed() {
    return String.join(
        ",",
        IntStream.range(0, REPLAYED)
            .mapToObj(CITY::household)
            .flatMap(household -> household.members().stream())
            .map(resident -> "'" + CITY.ids().person(resident.number()) + "'")
            .toList());
  }

  private static List<Chronicle> sampled() {
    return chronicles(REPLAYED, REPLAYED + SAMPLED).toList();
  }

  private static Stream<Chronicle> chronicles(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(CITY::household)
        .flatMap(household -> CITY.chronicles(household).stream());
  }

  /** Whether that somebody is inside is so sure that they can leave. */
  private static boolean isJustNow(CityPresence presence) {
    Place place = CITY.town().place(presence.visit().place());
    Instant since = Instant.ofEpochMilli(presence.since());
    return place.tracksExits()
        && place.parent() == Place.NONE
        && place.stay().mayLast(since, CITY.plan().end());
  }

  private static List<RecordedVisit> read(Stores stores, Resident resident) {
    List<RecordedVisit> all = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(PageRequest.first(200));
    var watched =
        List.of(new Watched(new PersonId(CITY.ids().person(resident.number())), Instant.EPOCH));
    while (request.isPresent()) {
      var page =
          stores
              .visits()
              .listOf(
                  watched,
                  CITY.plan().begin().minusSeconds(1),
                  CITY.plan().end().plusSeconds(1),
                  request.get());
      all.addAll(page.items());
      request = page.next().map(next -> new PageRequest(200, Optional.of(next)));
    }
    return all;
  }

  /** The last sighting of the visit that somebody is inside by stands in presence. */
  private static Visit expected(Chronicle chronicle, CityVisit visit) {
    Optional<Instant> sighting =
        chronicle.presences().stream()
            .filter(presence -> presence.inside() && presence.visit().equals(visit))
            .map(CityPresence::lastSeen)
            .filter(seen -> seen > visit.enteredAt())
            .map(Instant::ofEpochMilli)
            .findFirst();
    return new Visit(
        new VisitId(CITY.ids().visit(visit)),
        new VenueId(CITY.ids().venue(visit.place())),
        new PersonId(CITY.ids().person(visit.person())),
        observation(visit.enteredAt(), Optional.ofNullable(visit.entry())),
        observation(visit.leftAt(), Optional.ofNullable(visit.exit())),
        sighting.isPresent() || visit.lastSeen() == CityVisit.UNKNOWN
            ? sighting
            : Optional.of(Instant.ofEpochMilli(visit.lastSeen())));
  }

  private static Optional<Observation> observation(long at, Optional<Evidence> evidence) {
    return evidence.map(known -> new Observation(Instant.ofEpochMilli(at), known.method()));
  }

  private static Database open() {
    return Database.open(filled.settings(), CITY.plan()::end);
  }

  private static Stores stores(Database database) {
    return database.stores(keys.fields(), UUID::randomUUID);
  }

  private static Target target(String name) throws SQLException {
    try (Connection server = postgres.getPostgresDatabase().getConnection()) {
      Target.execute(server, "CREATE DATABASE " + name);
    }
    return new Target(postgres.getJdbcUrl("postgres", name), "postgres", "");
  }
}
