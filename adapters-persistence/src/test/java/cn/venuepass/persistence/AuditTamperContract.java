package cn.venuepass.persistence;

import static cn.venuepass.domain.audit.AuditFault.Kind.EVENT_FOREIGN;
import static cn.venuepass.domain.audit.AuditFault.Kind.EVENT_MISSING;
import static cn.venuepass.domain.audit.AuditFault.Kind.HEAD_BROKEN;
import static cn.venuepass.domain.audit.AuditFault.Kind.KEY_UNKNOWN;
import static cn.venuepass.domain.audit.AuditFault.Kind.SEAL_BROKEN;
import static cn.venuepass.domain.audit.AuditFault.Kind.SEAL_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.audit.AuditUseCases;
import cn.venuepass.domain.MacKeys;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditFault;
import cn.venuepass.domain.audit.AuditHead;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.AuditSeals;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.StoreFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody with all rights on the database, but without the keys, bends the log. It has nine events
 * under three seals: 1 to 3, 4 to 6, 7 to 9.
 */
interface AuditTamperContract {
  AuditSeals SEALS = new AuditSeals(new MacKeys((byte) 1, Map.of((byte) 1, new byte[32])));
  MovableClock CLOCK = MovableClock.monday();

  /** A database with nothing in it. */
  Database database();

  @Test
  default void anUntouchedLogShouldBeWhole() {
    AuditUseCases audit = filled();
    assertThat(audit.verifyAuditLog().verify(0).fault()).isEmpty();
    assertThat(audit.verifyAuditLog().verify(0).to()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id = '00000000-0000-0000-0000-00000000beef'",
        "at = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00'",
        "actor_kind = 'SYSTEM'",
        "actor_kind = 'NOBODY'",
        "actor_id = '00000000-0000-0000-0000-00000000beef'",
        "actor_id = NULL",
        "actor_role = 'MANAGER'",
        "actor_role = NULL",
        "actor_division = '999999999999'",
        "actor_division = NULL",
        "action = 'VENUE_VISITS_VIEWED'",
        "action = 'NOTHING'",
        "purpose = 'FAMILY'",
        "venue_id = '00000000-0000-0000-0000-00000000beef'",
        "venue_id = NULL",
        "division_code = '999999999999'",
        "division_code = NULL",
        "reference = 'case-2'",
        "reference = NULL",
        "reference = ''"
      })
  default void aChangedColumnShouldBeFound(String change) {
    AuditUseCases audit = filled();
    if (change.startsWith("id =")) {
      sql(
          "DELETE FROM audit_subject WHERE event_id IN (SELECT id FROM audit_event WHERE number = 5)");
    }
    sql("UPDATE audit_event SET " + change + " WHERE number = 5");
    assertFault(audit, SEAL_BROKEN, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM audit_subject WHERE person_id = '00000000-0000-0005-0000-000000000001'",
        "UPDATE audit_subject SET person_id = '00000000-0000-0000-0000-00000000beef'"
            + " WHERE person_id = '00000000-0000-0005-0000-000000000001'",
        "INSERT INTO audit_subject (event_id, person_id)"
            + " SELECT id, '00000000-0000-0000-0000-00000000beef' FROM audit_event WHERE number = 5",
        "UPDATE audit_subject SET event_id = (SELECT id FROM audit_event WHERE number = 6)"
            + " WHERE person_id = '00000000-0000-0005-0000-000000000001'"
      })
  default void aChangedSubjectShouldBeFound(String change) {
    AuditUseCases audit = filled();
    sql(change);
    assertFault(audit, SEAL_BROKEN, 4);
  }

  @Test
  default void aRemovedEventShouldBeFound() {
    for (long number : new long[] {1, 5, 6, 9}) {
      AuditUseCases audit = filled();
      remove("number = " + number);
      assertFault(audit, EVENT_MISSING, number);
    }
  }

  @Test
  default void aRemovedEventWhosePlaceIsFilledShouldBeFound() {
    AuditUseCases audit = filled();
    remove("number = 5");
    sql("UPDATE audit_event SET number = 5 WHERE number = 6");
    assertFault(audit, EVENT_MISSING, 6);
    sql("UPDATE audit_event SET number = number - 1 WHERE number > 6");
    assertFault(audit, SEAL_BROKEN, 4);
  }

  @Test
  default void anExchangedOrderShouldBeFound() {
    AuditUseCases audit = filled();
    sql("UPDATE audit_event SET number = -1 WHERE number = 4");
    sql("UPDATE audit_event SET number = 4 WHERE number = 5");
    sql("UPDATE audit_event SET number = 5 WHERE number = -1");
    assertFault(audit, SEAL_BROKEN, 4);
  }

  @Test
  default void aGapShouldBeFound() {
    AuditUseCases audit = filled();
    sql("UPDATE audit_event SET number = NULL WHERE number = 5");
    assertFault(audit, EVENT_MISSING, 5);
  }

  @Test
  default void anInsertedEventShouldBeFound() {
    for (long number : new long[] {-3, 0, 10, 99}) {
      AuditUseCases audit = filled();
      insert(number);
      assertFault(audit, EVENT_FOREIGN, number);
    }
    AuditUseCases audit = filled();
    remove("number = 5");
    insert(5);
    assertFault(audit, SEAL_BROKEN, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sealed_at = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00'",
        "mac = '00'",
        "mac = (SELECT seal FROM audit_head)"
      })
  default void anEditedSealShouldBeFound(String change) {
    AuditUseCases audit = filled();
    sql("UPDATE audit_seal SET " + change + " WHERE last_number = 6");
    assertFault(audit, SEAL_BROKEN, 4);
  }

  @Test
  default void aSealWithAnotherReachShouldBeFound() {
    AuditUseCases audit = filled();
    sql("UPDATE audit_seal SET last_number = 5 WHERE last_number = 6");
    assertFault(audit, SEAL_BROKEN, 4);
    audit = filled();
    sql("UPDATE audit_seal SET first_number = 5 WHERE last_number = 6");
    assertFault(audit, SEAL_MISSING, 4);
    audit = filled();
    sql("UPDATE audit_seal SET key_id = 9 WHERE last_number = 6");
    assertFault(audit, KEY_UNKNOWN, 4);
  }

  @Test
  default void aRemovedSealShouldBeFound() {
    AuditUseCases audit = filled();
    sql("DELETE FROM audit_seal WHERE last_number = 6");
    assertFault(audit, SEAL_MISSING, 4);
    audit = filled();
    sql("DELETE FROM audit_seal WHERE last_number = 9");
    assertFault(audit, SEAL_MISSING, 7);
    audit = filled();
    sql("DELETE FROM audit_seal");
    assertFault(audit, SEAL_MISSING, 1);
  }

  @Test
  default void aTailThatWasCutOffShouldBeFound() {
    AuditUseCases audit = filled();
    remove("number > 6");
    sql("DELETE FROM audit_seal WHERE last_number = 9");
    assertFault(audit, SEAL_MISSING, 7);
    sql(
        "UPDATE audit_head SET last_number = 6,"
            + " seal = (SELECT mac FROM audit_seal WHERE last_number = 6)");
    assertFault(audit, HEAD_BROKEN, 6);
  }

  @Test
  default void anEditedOrRemovedHeadShouldBeFound() {
    AuditUseCases audit = filled();
    sql("UPDATE audit_head SET last_number = 0, seal = '', key_id = 0, mac = ''");
    assertFault(audit, EVENT_FOREIGN, 9);
    remove("number > 0");
    assertFault(audit, HEAD_BROKEN, 0);
    audit = filled();
    sql("UPDATE audit_head SET key_id = 9");
    assertFault(audit, KEY_UNKNOWN, 9);
    audit = filled();
    sql("DELETE FROM audit_head");
    assertFault(audit, HEAD_BROKEN, 0);
  }

  @Test
  default void aLogThatWasWrittenAnewShouldNotHoldTheOldAnchor() {
    AuditUseCases audit = filled();
    AuditHead before = audit.verifyAuditLog().verify(0).head();
    sql("DELETE FROM audit_seal");
    sql("UPDATE audit_event SET number = NULL");
    sql("UPDATE audit_head SET last_number = 0, seal = '', key_id = 0, mac = ''");
    remove("reference = 'case-5'");
    Optional<AuditHead> unused = audit.sealAuditLog().sealNext();
    assertThat(audit.verifyAuditLog().verify(0).fault()).isEmpty();
    assertThat(audit.verifyAuditLog().holds(before.last(), before.seal())).isFalse();
  }

  private AuditUseCases filled() {
    sql("DELETE FROM audit_subject");
    sql("DELETE FROM audit_event");
    sql("DELETE FROM audit_seal");
    sql("DELETE FROM audit_head");
    sql("INSERT INTO audit_head (id, last_number, seal, key_id, mac) VALUES (1, 0, '', 0, '')");
    Stores stores = database().stores(TestFields.FIELDS, UUID::randomUUID);
    var fixtures = new StoreFixtures(stores, CLOCK);
    var venue = fixtures.aVenue().add();
    var trail = new AuditTrail(stores.auditLog(), UUID::randomUUID, CLOCK);
    AuditUseCases audit = AuditUseCases.over(stores, trail, SEALS, CLOCK);
    for (int number = 1; number <= 9; number++) {
      CLOCK.advance(Duration.ofMillis(1));
      Actor actor =
          number % 2 == 0
              ? Actor.guardian(new AccountId(new UUID(number, 7)))
              : new Actor.OfStaff(
                  new StaffId(new UUID(number, 8)),
                  Role.TRACER,
                  Optional.of(venue.details().community()));
      trail.note(
          actor,
          Deed.of(AuditAction.PERSON_LOOKED_UP, AuditPurpose.SEARCH_INSIDE)
              .at(venue)
              .about(List.of(new PersonId(new UUID(number, 1)), new PersonId(new UUID(number, 2))))
              .under("case-" + number));
      if (number % 3 == 0) {
        assertThat(audit.sealAuditLog().sealNext()).isPresent();
      }
    }
    return audit;
  }

  private void insert(long number) {
    sql(
        "INSERT INTO audit_event (id, at, actor_kind, action, purpose, number) SELECT '"
            + UUID.randomUUID()
            + "', at, 'SYSTEM', 'VENUE_REMOVED', 'REVIEW', "
            + number
            + " FROM audit_event WHERE number = 1");
  }

  private void remove(String which) {
    sql(
        "DELETE FROM audit_subject WHERE event_id IN (SELECT id FROM audit_event WHERE "
            + which
            + ")");
    sql("DELETE FROM audit_event WHERE " + which);
  }

  private void sql(String statement) {
    database().jdbi().useHandle(handle -> handle.execute(statement));
  }

  private static void assertFault(AuditUseCases audit, AuditFault.Kind kind, long number) {
    assertThat(audit.verifyAuditLog().verify(0).fault()).contains(new AuditFault(kind, number));
  }
}
