package cn.venuepass.bootstrap;

import cn.venuepass.application.Stores;
import cn.venuepass.application.access.PasswordHashing;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.venue.MaintainDivisions;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the demo comes with: divisions, venue types, surveyed places with their venues, and one
 * member of staff for each role.
 */
final class DemoData {
  static final String PASSWORD = "venuepass-demo";
  static final DivisionCode COMMUNITY = new DivisionCode("659002001001");
  static final DivisionCode HEADQUARTERS = new DivisionCode("659002000000");

  private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);

  private final PasswordHashing passwords;
  private final boolean city;

  /**
   * Data for a demo.
   *
   * @param city whether with places, venues and visits
   */
  DemoData(PasswordHashing passwords, boolean city) {
    this.passwords = passwords;
    this.city = city;
  }

  /** Usernames with their roles. */
  static Map<String, Role> staff() {
    Map<String, Role> staff = new LinkedHashMap<>();
    staff.put("reviewer", Role.REVIEWER);
    staff.put("supervisor", Role.SUPERVISOR);
    staff.put("tracer", Role.TRACER);
    staff.put("controller", Role.CONTROLLER);
    staff.put("controller2", Role.CONTROLLER);
    staff.put("admin", Role.ADMIN);
    staff.put("auditor", Role.AUDITOR);
    return staff;
  }

  /** Adds what is not there yet. */
  void fill(Stores stores) {
    if (stores.divisions().find(HEADQUARTERS).isEmpty()) {
      var audit = new AuditTrail(stores.auditLog(), UUID::randomUUID, CLOCK);
      var report = MaintainDivisions.over(stores, audit).load(StandardData.demoDivisions());
      if (!report.rejected().isEmpty()) {
        throw new IllegalStateException("the demo's divisions are wrong: " + report.rejected());
      }
    }
    StandardData.venueTypes().stream()
        .filter(type -> stores.venueTypes().find(type.code()).isEmpty())
        .forEach(stores.venueTypes()::save);
    if (stores.staff().findCredentials(new Username("reviewer")).isEmpty()) {
      String hash = passwords.hash(PASSWORD);
      var supervisor = new StaffId(UUID.randomUUID());
      if (city) {
        Instant now = CLOCK.instant();
        DemoSupervision.fill(stores, supervisor, DemoPlaces.fill(stores, now), now);
      }
      staff()
          .forEach(
              (username, role) ->
                  addStaff(
                      stores,
                      role == Role.SUPERVISOR ? supervisor : new StaffId(UUID.randomUUID()),
                      username,
                      role,
                      hash));
    }
  }

  private static void addStaff(Stores stores, StaffId id, String username, Role role, String hash) {
    DivisionCode division = role == Role.REVIEWER ? COMMUNITY : HEADQUARTERS;
    var account =
        StaffAccount.added(
            id, new Username(username), Set.of(role), Jurisdiction.of(division), CLOCK.instant());
    if (stores.staff().add(account, hash)) {
      stores.staff().setPassword(id, hash, false);
    }
  }
}
