package cn.venuepass.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.person.Reach;
import cn.venuepass.application.person.WeChatIdentity;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.testkit.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A database that the first release filled goes on as it is. */
interface UpgradeContract {
  UUID MALL = new UUID(1, 1);
  UUID SHOP = new UUID(1, 2);
  UUID GONE = new UUID(2, 1);
  UUID INSIDE = new UUID(2, 2);
  String OPEN_ID = "open-from-before";
  Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

  /** An empty database. */
  DatabaseSettings settings();

  @Test
  default void whatTheFirstReleaseStoredShouldStayWhatItWas() {
    fillWithFirstRelease();
    try (Database database = Database.open(settings(), MovableClock.monday())) {
      List<Boolean> agreed =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("SELECT parent_agreed FROM venue ORDER BY id")
                          .mapTo(Boolean.class)
                          .list());
      assertThat(agreed).containsExactly(false, true);
      List<Boolean> approved =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("SELECT ever_approved FROM venue ORDER BY id")
                          .mapTo(Boolean.class)
                          .list());
      assertThat(approved).containsExactly(false, true);
      assertThat(lookups(database)).containsExactly("RESIDENT MANAGER REGISTRATION 1 1");
      var visits = database.stores(TestFields.FIELDS, UUID::randomUUID).visits();
      var shop = new VenueId(SHOP);
      assertThat(visits.countInside(shop, MONDAY.plusSeconds(60))).isEqualTo(1);
      assertThat(visits.findInside(shop, new PersonId(GONE), MONDAY.plusSeconds(60))).isEmpty();
    }
  }

  private static List<String> lookups(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT actor_kind || ' ' || actor_role || ' ' || purpose || ' '
                               || division_code || ' '
                               || (SELECT count(*) FROM audit_subject s WHERE s.event_id = e.id)
                          FROM audit_event e
                        """)
                    .mapTo(String.class)
                    .list());
  }

  @Test
  default void anAccountFromBeforeShouldGetItsOpenIdAtTheNextSignIn() {
    fillWithFirstRelease();
    try (Database database = Database.open(settings(), MovableClock.monday())) {
      var identity = new WeChatIdentity(OPEN_ID);
      var accounts = database.stores(TestFields.FIELDS, UUID::randomUUID).accounts();
      var account = new AccountId(INSIDE);
      assertThat(accounts.reachOf(account)).contains(new Reach(Optional.empty(), Optional.empty()));
      assertThat(accounts.findOrAdd(identity, MONDAY).id()).isEqualTo(account);
      assertThat(accounts.reachOf(account))
          .contains(new Reach(Optional.of(identity), Optional.empty()));
    }
  }

  private void fillWithFirstRelease() {
    migrateTo("2");
    Jdbi jdbi = jdbi();
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "INSERT INTO account (id, wechat_hash, created_at) VALUES (?, ?, ?)",
              INSIDE,
              TestFields.FIELDS.hash("wechat", OPEN_ID),
              MONDAY);
          handle.execute("INSERT INTO division VALUES ('1', NULL, 'c', 'COMMUNITY', '1/')");
          handle.execute("INSERT INTO venue_type VALUES ('HOTEL', 'h', 'd', 60, 3600, 60)");
          for (UUID venue : new UUID[] {MALL, SHOP}) {
            handle.execute(
                "INSERT INTO venue (id, applicant_id, name, type_code, contact_name,"
                    + " contact_phone, community_code, address, parent_id, tracks_exits, status,"
                    + " applied_at, decided_at, revision) VALUES (?, ?, 'v', 'HOTEL', ?, ?, '1',"
                    + " 'a', ?, true, 'APPROVED', ?, ?, 1)",
                venue,
                MALL,
                new byte[1],
                new byte[1],
                venue.equals(SHOP) ? MALL : null,
                MONDAY,
                MONDAY);
          }
          handle.execute(
              "INSERT INTO poster (id, venue_id, direction, issued_at) VALUES (?, ?, 'IN', ?)",
              GONE,
              SHOP,
              MONDAY);
          String presence =
              "INSERT INTO presence (venue_id, person_id, inside, visit_id, since, last_seen,"
                  + " last_scan_id, last_outcome) VALUES (?, ?, ?, ?, ?, ?, 's', ?)";
          for (UUID person : new UUID[] {GONE, INSIDE}) {
            boolean inside = person.equals(INSIDE);
            handle.execute(presence, SHOP, person, true, person, MONDAY, MONDAY, "ENTERED");
            handle.execute(
                presence,
                MALL,
                person,
                inside,
                new UUID(9, person.getLeastSignificantBits()),
                MONDAY.minusSeconds(5),
                inside ? MONDAY.minusSeconds(5) : MONDAY.plusSeconds(5),
                inside ? "ENTERED" : "LEFT");
          }
        });
    migrateTo("3");
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO lookup (id, account_id, person_id, purpose, venue_id, at)"
                    + " VALUES (?, ?, ?, 'REGISTRATION', ?, ?)",
                GONE,
                MALL,
                INSIDE,
                SHOP,
                MONDAY));
  }

  /** Brings the database to an older version. */
  default void migrateTo(String version) {
    DatabaseSettings settings = settings();
    Flyway.configure()
        .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
        .locations(
            "classpath:db/migration/common", "classpath:db/migration/" + settings.vendor().folder())
        .target(version)
        .load()
        .migrate();
  }

  /** The database as it is. */
  default Jdbi jdbi() {
    DatabaseSettings settings = settings();
    return Columns.register(Jdbi.create(settings.jdbcUrl(), settings.user(), settings.password()));
  }
}
