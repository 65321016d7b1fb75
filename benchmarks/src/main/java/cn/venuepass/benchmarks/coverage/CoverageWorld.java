package cn.venuepass.benchmarks.coverage;

import cn.venuepass.application.Stores;
import cn.venuepass.benchmarks.load.Postgres;
import cn.venuepass.domain.MacKeys;
import cn.venuepass.domain.coverage.Stage;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.Division.Level;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.persistence.Database;
import cn.venuepass.persistence.DatabaseSettings;
import cn.venuepass.persistence.PersonalFields;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Places at every stage in 300 communities, and visits over four weeks. Of five places four
 * applied, most are approved, and one in ten of these is never visited.
 *
 * @param places how many places a survey found
 * @param visits how many visits there are
 */
record CoverageWorld(int places, int visits, Instant now) {
  static final DivisionCode HEADQUARTERS = new DivisionCode("659002000000");
  private static final PersonalFields FIELDS =
      PersonalFields.with(
          PersonalFields.newKeyset(), new MacKeys((byte) 1, Map.of((byte) 1, new byte[32])));
  private static final int TERRITORIES = 30;
  private static final int COMMUNITIES = 300;
  private static final int TYPES = 14;

  /** Which venue a number stands for. */
  private static final String VENUE = "CAST(md5('venue' || %s) AS uuid)";

  String database() {
    return "coverage_" + places + "_" + visits;
  }

  String name() {
    return "%,d places, %,d visits".formatted(places, visits);
  }

  /** A database of its own on that server, with all of it. */
  Database filled(Postgres server) throws SQLException {
    server.create(database());
    var settings = new DatabaseSettings(server.url(database()), Postgres.USER, "", 4);
    Database database = Database.open(settings, Clock.tickMillis(ZoneOffset.UTC));
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    database.makeRoomForVisits(today.minusDays(Stage.PROOF.toDays()), today);
    fill(stores(database), server);
    return database;
  }

  static Stores stores(Database database) {
    return database.stores(FIELDS, UUID::randomUUID);
  }

  /** Fills an empty database that has the schema. */
  private void fill(Stores stores, Postgres server) throws SQLException {
    fillReferences(stores);
    try (Connection connection = server.connect(database());
        Statement statement = connection.createStatement()) {
      for (String command : commands()) {
        boolean unused = statement.execute(command);
      }
    }
  }

  private static void fillReferences(Stores stores) {
    stores
        .divisions()
        .save(new Division(HEADQUARTERS, "第一师阿拉尔市", Level.HEADQUARTERS, Optional.empty()));
    for (int i = 0; i < TERRITORIES; i++) {
      var code = new DivisionCode("659002%03d000".formatted(i + 1));
      stores
          .divisions()
          .save(new Division(code, "样本街道", Level.TERRITORY, Optional.of(HEADQUARTERS)));
    }
    for (int i = 0; i < COMMUNITIES; i++) {
      var above = new DivisionCode("659002%03d000".formatted(i % TERRITORIES + 1));
      var code = new DivisionCode(above.text().substring(0, 9) + "%03d".formatted(i + 1));
      stores.divisions().save(new Division(code, "样本社区", Level.COMMUNITY, Optional.of(above)));
    }
    for (int i = 0; i < TYPES; i++) {
      stores
          .venueTypes()
          .save(new VenueType(new VenueTypeCode("T" + i), "样本", "部门" + i % 5, StayRules.DEFAULT));
    }
  }

  private List<String> commands() {
    return List.of(
        """
        INSERT INTO venue (id, applicant_id, name, type_code, contact_name, contact_phone,
                           community_code, address, parent_agreed, tracks_exits, status,
                           ever_approved, applied_at, decided_at, revision)
        SELECT %s, gen_random_uuid(), 'sample', 'T' || i %% %d, '', '',
               (SELECT array_agg(code ORDER BY code) FROM division WHERE level = 'COMMUNITY')
                 [i %% %d + 1],
               'sample', FALSE, FALSE,
               CASE WHEN i %% 8 = 0 THEN 'PENDING' ELSE 'APPROVED' END, i %% 8 <> 0,
               now() - interval '60 days', now() - interval '59 days', 1
          FROM generate_series(1, %d) i
        """
            .formatted(VENUE.formatted("i"), TYPES, COMMUNITIES, applied()),
        """
        INSERT INTO survey_place (id, name, type_code, community_code, address, place_key,
                                  surveyed_at, venue_id, link_ground, linked_at, revision)
        SELECT gen_random_uuid(), 'sample', 'T' || i %% %d,
               (SELECT array_agg(code ORDER BY code) FROM division WHERE level = 'COMMUNITY')
                 [i %% %d + 1],
               'sample', 'place' || i, now() - interval '90 days',
               CASE WHEN i <= %d THEN %s END, CASE WHEN i <= %d THEN 'BY_HAND' END,
               CASE WHEN i <= %d THEN now() END, 0
          FROM generate_series(1, %d) i
        """
            .formatted(
                TYPES, COMMUNITIES, applied(), VENUE.formatted("i"), applied(), applied(), places),
        """
        INSERT INTO poster (id, venue_id, direction, issued_at, downloaded_at)
        SELECT gen_random_uuid(), v.id, d.direction, v.decided_at,
               CASE WHEN random() < 0.5 THEN v.decided_at END
          FROM venue v CROSS JOIN (VALUES ('IN'), ('OUT')) AS d(direction)
         WHERE v.status = 'APPROVED'
        """,
        "DROP INDEX visit_person",
        """
        INSERT INTO visit (venue_id, entered_at, id, person_id, entry_method, entry_time_source)
        SELECT %s, CAST('%s' AS timestamptz) - random() * interval '27 days', gen_random_uuid(),
               gen_random_uuid(), 'POSTER', 'SERVER'
          FROM generate_series(1, %d) i
        """
            .formatted(VENUE.formatted("(1 + i % " + visited() + ") * 8 / 7"), now, visits),
        "CREATE INDEX visit_person ON visit (person_id, entered_at)",
        "VACUUM ANALYZE");
  }

  private int applied() {
    return places * 4 / 5;
  }

  /** Venues below that number are visited. */
  private int visited() {
    return applied() * 7 / 10;
  }
}
