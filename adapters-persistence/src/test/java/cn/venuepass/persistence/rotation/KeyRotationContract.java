package cn.venuepass.persistence.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.Stores;
import cn.venuepass.application.access.SignInThrottle;
import cn.venuepass.application.person.WeChatIdentity;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlAppealId;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.gate.TurnedAway;
import cn.venuepass.domain.gate.TurnedAwayId;
import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.domain.venue.RosterEntry;
import cn.venuepass.domain.venue.RosterEntryId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.persistence.Database;
import cn.venuepass.persistence.DatabaseSettings;
import cn.venuepass.persistence.Inside;
import cn.venuepass.persistence.PersonalFields;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.SamplePhones;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.contract.AtOnce;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Keys change while several nodes work on one database. */
interface KeyRotationContract {
  int SLICE = 2;
  int TRIES = 25;

  /** Columns with hashes, or with what is no secret. */
  Set<String> NOT_ENCRYPTED =
      Set.of(
          "hash_claim.hash",
          "installation.hash_check",
          // gone within a day, found under every key until then
          "sign_in_attempt.username_hash",
          "sign_in_number.phone_hash",
          "sign_in_number.code_hash",
          "sign_in_request.phone_hash");

  /** An empty database of its own. */
  DatabaseSettings settings();

  @Test
  default void nodesWithDifferentHashKeysShouldAddOnePersonAndOneAccount() {
    var keys = new Rotated();
    try (Database database = open()) {
      Stores before = stores(database, keys.before());
      Stores after = stores(database, keys.after());
      for (int i = 0; i < TRIES; i++) {
        ResidentIdNumber idNumber = SampleIdNumbers.next();
        List<Person> people =
            AtOnce.run(
                8,
                node ->
                    (node % 2 == 0 ? before : after)
                        .people()
                        .findOrAdd(idNumber, Optional.empty()));
        assertThat(new HashSet<>(people)).hasSize(1);
        var identity = new WeChatIdentity("open-" + UUID.randomUUID());
        List<Account> accounts =
            AtOnce.run(
                8,
                node ->
                    (node % 2 == 0 ? before : after)
                        .accounts()
                        .findOrAdd(identity, MovableClock.monday().instant()));
        assertThat(new HashSet<>(accounts)).hasSize(1);
      }
      assertThat(count(database, "person")).isEqualTo(TRIES);
      assertThat(count(database, "account")).isEqualTo(TRIES);
    }
  }

  @Test
  default void aNodeThatMissedTheNewKeyShouldFailRatherThanAddAPersonAgain() {
    var keys = new Rotated();
    try (Database database = open()) {
      Stores after = stores(database, keys.after());
      Stores unaware = stores(database, keys.unaware());
      ResidentIdNumber idNumber = SampleIdNumbers.next();
      Person person = after.people().findOrAdd(idNumber, Optional.empty());
      assertThatThrownBy(() -> unaware.people().findOrAdd(idNumber, Optional.empty()))
          .isInstanceOf(NoSuchElementException.class);
      assertThat(count(database, "person")).isEqualTo(1);
      assertThat(after.people().findOrAdd(idNumber, Optional.empty())).isEqualTo(person);
    }
  }

  @Test
  default void triesToSignInShouldCountOnUnderTheNewKey() {
    var keys = new Rotated();
    MovableClock clock = MovableClock.monday();
    var username = new Username("tried-" + UUID.randomUUID());
    try (Database database = open()) {
      SignInThrottle before = stores(database, keys.before()).signInThrottle();
      SignInThrottle after = stores(database, keys.after()).signInThrottle();
      for (int i = 0; i < 5; i++) {
        assertThat((i < 3 ? before : after).begin(username, clock.instant())).isEmpty();
      }
      assertThat(after.begin(username, clock.instant())).contains(Duration.ofMinutes(1));
      assertThat(before.begin(username, clock.instant())).contains(Duration.ofMinutes(1));
      clock.advance(Duration.ofMinutes(1));
      assertThat(after.begin(username, clock.instant())).isEmpty();
      assertThat(before.begin(username, clock.instant())).contains(Duration.ofMinutes(2));
      after.succeeded(username);
      assertThat(before.begin(username, clock.instant())).isEmpty();
    }
  }

  @Test
  default void everythingShouldComeUnderTheNewKeysAndStayWhatItWas() {
    var keys = new Rotated();
    MovableClock clock = MovableClock.monday();
    var identity = new WeChatIdentity("open-sample");
    try (Database database = open()) {
      database.claim("PRODUCTION", keys.unaware());
      Stores old = stores(database, keys.unaware());
      Account account = old.accounts().findOrAdd(identity, clock.instant());
      List<Function<Stores, Object>> reads = filled(old, clock, account.id());
      List<Object> expected = reads.stream().map(read -> read.apply(old)).toList();
      Renewal renewal = database.renewal(keys.after(), clock, SLICE);

      assertThat(database.renewal(keys.before(), clock, SLICE).step()).isFalse();
      finish(renewal);
      KeyUsage usage = database.keyUsage();
      assertThat(usage.encryption()).hasSize(1).doesNotContainKey(keys.oldEncryption());
      assertThat(usage.hash()).containsOnlyKeys(Rotated.NEW_HASH);
      assertThat(usage.walk()).startsWith("finished");
      database.forgetClaims((byte) Rotated.OLD_HASH);
      Stores retired = stores(database, keys.retired());
      assertThat(reads.stream().map(read -> read.apply(retired)).toList()).isEqualTo(expected);
      assertThat(retired.accounts().findOrAdd(identity, clock.instant())).isEqualTo(account);
      assertThat(database.isUnder(keys.retired())).isTrue();
      assertThat(database.isUnder(keys.unaware())).isFalse();
    }
  }

  @Test
  default void aWriteAtTheSameTimeShouldWin() {
    var keys = new Rotated();
    try (Database database = open()) {
      Person person =
          new StoreFixtures(stores(database, keys.unaware()), MovableClock.monday()).aPerson();
      RenewedRow read = personRow(database);
      var renamed = named(person, "阿依古丽·样本");
      stores(database, keys.before()).people().update(renamed);

      read.renew(Inside.of(database), keys.after().now());
      assertThat(stores(database, keys.after()).people().find(person.id())).contains(renamed);
      personRow(database).renew(Inside.of(database), keys.after().now());
      assertThat(stores(database, keys.retired()).people().find(person.id())).contains(renamed);
      assertThat(stores(database, keys.retired()).people().findByIdNumber(person.idNumber()))
          .contains(person.id());
    }
  }

  @Test
  default void anotherNodeShouldGoOnWhereADeadOneStopped() {
    var keys = new Rotated();
    MovableClock clock = MovableClock.monday();
    try (Database database = open()) {
      database.claim("PRODUCTION", keys.unaware());
      var fixtures = new StoreFixtures(stores(database, keys.unaware()), clock);
      for (int i = 0; i < 3 * SLICE; i++) {
        Person unused = fixtures.aPerson();
      }
      Renewal dead = database.renewal(keys.after(), clock, SLICE);
      Renewal other = database.renewal(keys.after(), clock, SLICE);
      assertThat(dead.step()).isTrue();
      assertThat(other.step()).isFalse();
      assertThat(oldPeople(database)).isEqualTo(2 * SLICE);

      clock.advance(Duration.ofSeconds(11));
      assertThat(other.step()).isTrue();
      assertThat(oldPeople(database)).isEqualTo(SLICE);
      assertThat(dead.step()).isFalse();
      finish(other);
      assertThat(oldPeople(database)).isZero();
      assertThat(database.keyUsage().encryption()).doesNotContainKey(keys.oldEncryption());
    }
  }

  @Test
  default void everyColumnOfBytesShouldBeEncryptedHereOrKnownAsAHash() {
    try (Database database = open()) {
      List<String> columns =
          Inside.of(database)
              .withHandle(
                  handle ->
                      handle
                          .createQuery(
                              """
                              SELECT lower(table_name) || '.' || lower(column_name)
                                FROM information_schema.columns
                               WHERE lower(table_schema) = 'public'
                                 AND lower(data_type) IN ('bytea', 'binary varying')
                              """)
                          .mapTo(String.class)
                          .list());
      List<String> known = new ArrayList<>(NOT_ENCRYPTED);
      known.add("installation.key_check");
      for (PersonalTable table : PersonalTables.ALL) {
        table.encrypted().forEach(column -> known.add(table.place(column)));
        table.hashes().forEach(hash -> known.add(table.place(hash.column())));
      }
      assertThat(columns).containsExactlyInAnyOrderElementsOf(known);
    }
  }

  /** Fills every personal table, and tells how to read it. */
  private static List<Function<Stores, Object>> filled(
      Stores stores, MovableClock clock, AccountId account) {
    var fixtures = new StoreFixtures(stores, clock);
    List<Function<Stores, Object>> reads = new ArrayList<>();
    Venue venue = fixtures.aVenue().by(account).add();
    VenueId venueId = venue.id();
    reads.add(s -> s.venues().find(venueId).orElseThrow());
    for (int i = 0; i < 2 * SLICE + 1; i++) {
      Person person = named(fixtures.aPerson(), "艾力样本" + "一二三四五".charAt(i));
      stores.people().update(person);
      reads.add(s -> s.people().find(person.id()).orElseThrow());
      reads.add(s -> s.people().findByIdNumber(person.idNumber()).orElseThrow());
    }
    Person person = fixtures.aPerson();
    Object manager = fixtures.aManager(venueId, person, clock.instant());
    reads.add(s -> List.of(manager, s.managers().listOf(venueId)));
    Object link = fixtures.aFamilyLink(account, person.id());
    reads.add(s -> List.of(link, s.family().listOf(account)));
    var entry =
        new RosterEntry(
            new RosterEntryId(UUID.randomUUID()),
            venueId,
            person.id(),
            new PersonName("古丽样本"),
            person.idNumber().masked(),
            clock.instant(),
            Optional.empty());
    assertThat(stores.rosters().add(entry)).isTrue();
    reads.add(s -> s.rosters().find(venueId, entry.id()).orElseThrow());
    var note =
        new TurnedAway(
            new TurnedAwayId(UUID.randomUUID()),
            venueId,
            new TurnedAway.Words("样本", Optional.of("样本")),
            account,
            clock.instant());
    stores.turnedAway().add(note);
    assertThat(stores.accounts().attach(account, SamplePhones.next(), clock.instant())).isTrue();
    reads.add(s -> s.accounts().reachOf(account).orElseThrow());
    var staff =
        StaffAccount.added(
            new StaffId(UUID.randomUUID()),
            new Username("reviewer-" + UUID.randomUUID()),
            Set.of(Role.REVIEWER),
            Jurisdiction.of(fixtures.aCommunity()),
            clock.instant());
    assertThat(stores.staff().add(staff, "hash")).isTrue();
    assertThat(stores.staff().proposeSecondFactor(staff.id(), "SAMPLESECRET")).isTrue();
    reads.add(s -> s.staff().findCredentials(staff.id()).orElseThrow());
    reads.add(s -> s.turnedAway().find(venueId, note.id()).orElseThrow());
    Case opened = fixtures.aCase(venue.details().community());
    var told =
        new Statement(
            new StatementId(UUID.randomUUID()),
            opened.index(),
            venueId,
            Optional.empty(),
            Optional.of(clock.instant().minusSeconds(60)),
            Optional.of(clock.instant()),
            Optional.of("样本"),
            opened.owner(),
            clock.instant());
    assertThat(stores.cases().addStatement(opened.id(), told)).isTrue();
    reads.add(s -> s.cases().statementsOf(opened.id()));
    Case closed = opened.closed(new Case.Closing(clock.instant(), opened.owner(), "样本"));
    assertThat(stores.cases().replace(closed)).isTrue();
    reads.add(
        s -> s.cases().findWithin(Jurisdiction.of(closed.division()), closed.id()).orElseThrow());
    ControlOrder order = fixtures.lift(fixtures.anOrder(new ControlTarget.OfPerson(person.id())));
    reads.add(s -> s.controlOrders().find(order.id()).orElseThrow());
    var appeal =
        new ControlAppeal(
            new ControlAppealId(UUID.randomUUID()),
            order.id(),
            account,
            new ControlNote("样本"),
            clock.instant(),
            Optional.empty());
    var answer =
        ControlAppeal.Decision.answered(true, new ControlNote("样本"), fixtures.aSignature());
    assertThat(stores.controlAppeals().add(appeal)).isTrue();
    assertThat(stores.controlAppeals().decide(appeal.id(), answer)).isTrue();
    reads.add(s -> s.controlAppeals().find(appeal.id()).orElseThrow());
    return reads;
  }

  private static void finish(Renewal renewal) {
    int steps = 0;
    while (renewal.step()) {
      steps++;
      assertThat(steps).isLessThan(1_000);
    }
  }

  private static Person named(Person person, String name) {
    return new Person(
        person.id(),
        person.idNumber(),
        Optional.of(new PersonName(name)),
        Optional.of(new PhoneNumber("+8613900000000")));
  }

  private static RenewedRow personRow(Database database) {
    PersonalTable table = PersonalTables.ALL.get(0);
    return Inside.of(database)
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT " + RenewedRow.columns(table) + " FROM person")
                    .map((row, context) -> RenewedRow.read(table, row))
                    .one());
  }

  private static long oldPeople(Database database) {
    return database.keyUsage().hash().getOrDefault(Rotated.OLD_HASH, 0L);
  }

  private static int count(Database database, String table) {
    return Inside.of(database)
        .withHandle(
            handle ->
                handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }

  private Database open() {
    return Database.open(settings(), MovableClock.monday());
  }

  private static Stores stores(Database database, PersonalFields fields) {
    return database.stores(fields, UUID::randomUUID);
  }
}
