package cn.venuepass.application.access;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Denial.Plain.BEYOND_JURISDICTION;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.OWN_ACCOUNT;
import static cn.venuepass.application.Denial.Plain.SESSION_ENDED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;
import static cn.venuepass.application.Denial.Plain.USERNAME_TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.Callers;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.access.ManageStaff.TemporaryPassword;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.StaffObligation;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ManageStaffTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Division root = fixtures.aDivision(Division.Level.HEADQUARTERS, Optional.empty());
  private final Division territory = below(root, Division.Level.TERRITORY);
  private final Division beside = below(root, Division.Level.TERRITORY);
  private final DivisionCode community = below(territory, Division.Level.COMMUNITY).code();
  private final Caller.Staff admin = anAdmin(root);
  private final Caller.Staff territorial = anAdmin(territory);

  @Test
  void addShouldGiveAPasswordForTheFirstSignInAlone() {
    TemporaryPassword given = done(add(territorial, "new-reviewer", community));
    assertThat(given.account().temporaryPassword()).isTrue();
    assertThat(given.password()).hasSize(19);
    SignedIn signedIn = done(signIn("new-reviewer", given.password()));
    assertThat(signedIn.obligation()).contains(StaffObligation.CHANGE_PASSWORD);
    assertThat(given.toString()).doesNotContain(given.password());
  }

  @Test
  void addShouldTakeAUsernameOnce() {
    assertThat(done(add(admin, "new-reviewer", community)).account().enabled()).isTrue();
    assertThat(denied(add(admin, "New-Reviewer", community))).isEqualTo(USERNAME_TAKEN);
  }

  @Test
  void addShouldNotReachBeyondTheOwnJurisdiction() {
    assertThat(denied(add(territorial, "new-1", beside.code()))).isEqualTo(BEYOND_JURISDICTION);
    assertThat(denied(add(territorial, "new-2", root.code()))).isEqualTo(BEYOND_JURISDICTION);
    assertThat(denied(add(admin, "new-3", new DivisionCode("000000000000"))))
        .isEqualTo(BEYOND_JURISDICTION);
    assertThat(denied(addDepartment(territorial))).isEqualTo(BEYOND_JURISDICTION);
    assertThat(done(addDepartment(admin)).account().jurisdiction())
        .isInstanceOf(Jurisdiction.OfVenueTypes.class);
  }

  @Test
  void aDepartmentShouldSuperviseAndNothingElse() {
    assertThatThrownBy(
            () ->
                manage()
                    .add(
                        admin,
                        new Username("department-1"),
                        Set.of(Role.SUPERVISOR, Role.TRACER),
                        types()))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("roles: NOT_FOR_JURISDICTION");
  }

  @Test
  void staffBesideShouldNotExistForAnAdministrator() {
    StaffId other = anAdmin(beside).account().id();
    assertThat(denied(manage().view(territorial, other))).isEqualTo(NOT_FOUND);
    assertThat(denied(manage().disable(territorial, other))).isEqualTo(NOT_FOUND);
    assertThat(denied(manage().enable(territorial, other))).isEqualTo(NOT_FOUND);
    assertThat(denied(manage().resetPassword(territorial, other))).isEqualTo(NOT_FOUND);
    assertThat(denied(manage().resetSecondFactor(territorial, other))).isEqualTo(NOT_FOUND);
    assertThat(denied(entrust(territorial, other, Role.ADMIN, territory.code())))
        .isEqualTo(NOT_FOUND);
    assertThat(denied(manage().view(admin, new StaffId(UUID.randomUUID())))).isEqualTo(NOT_FOUND);
    assertThat(ids(territorial)).containsExactly(territorial.account().id());
    assertThat(ids(admin)).contains(other, territorial.account().id(), admin.account().id());
  }

  @Test
  void nobodyShouldChangeTheirOwnRights() {
    StaffId own = admin.account().id();
    assertThat(denied(entrust(admin, own, Role.TRACER, root.code()))).isEqualTo(OWN_ACCOUNT);
    assertThat(denied(manage().disable(admin, own))).isEqualTo(OWN_ACCOUNT);
    assertThat(denied(manage().resetPassword(admin, own))).isEqualTo(OWN_ACCOUNT);
    assertThat(denied(manage().resetSecondFactor(admin, own))).isEqualTo(OWN_ACCOUNT);
    assertThat(done(manage().view(admin, own))).isEqualTo(admin.account());
  }

  @Test
  void entrustShouldChangeRolesAndJurisdictionOfARunningSession() {
    StaffId id = staff("worker-1", Role.REVIEWER, community);
    SignedIn before = done(signIn("worker-1", TestApplication.PASSWORD));
    StaffAccount entrusted = done(entrust(admin, id, Role.TRACER, territory.code()));
    assertThat(entrusted.roles()).containsExactly(Role.TRACER);
    assertThat(caller(before))
        .hasValueSatisfying(
            staff -> {
              assertThat(staff.roles()).containsExactly(Role.TRACER);
              assertThat(staff.account().jurisdiction())
                  .isEqualTo(Jurisdiction.of(territory.code()));
            });
    assertThat(denied(entrust(territorial, id, Role.TRACER, beside.code())))
        .isEqualTo(BEYOND_JURISDICTION);
  }

  @Test
  void disableShouldEndEverySessionAtOnce() {
    StaffId id = staff("worker-1", Role.REVIEWER, community);
    SignedIn signedIn = done(signIn("worker-1", TestApplication.PASSWORD));
    assertThat(done(manage().disable(territorial, id)).enabled()).isFalse();
    assertThat(done(manage().disable(territorial, id)).enabled()).isFalse();
    assertThat(caller(signedIn)).isEmpty();
    assertThat(denied(signIn("worker-1", TestApplication.PASSWORD))).isEqualTo(SIGN_IN_FAILED);
    assertThat(done(manage().enable(territorial, id)).enabled()).isTrue();
    assertThat(done(manage().enable(territorial, id)).enabled()).isTrue();
    assertThat(caller(signedIn)).as("a session that ended does not come back").isEmpty();
    assertThat(done(signIn("worker-1", TestApplication.PASSWORD)).roles()).isNotEmpty();
  }

  @Test
  void resetPasswordShouldLetSomebodyInWhoTriedTooOften() {
    StaffId id = staff("worker-1", Role.REVIEWER, community);
    SignedIn signedIn = done(signIn("worker-1", TestApplication.PASSWORD));
    for (int i = 0; i < 6; i++) {
      denied(signIn("worker-1", "forgotten"));
    }
    TemporaryPassword given = done(manage().resetPassword(territorial, id));
    assertThat(caller(signedIn)).isEmpty();
    assertThat(denied(refresh(signedIn))).isEqualTo(SESSION_ENDED);
    assertThat(denied(signIn("worker-1", TestApplication.PASSWORD))).isEqualTo(SIGN_IN_FAILED);
    assertThat(done(signIn("worker-1", given.password())).obligation())
        .contains(StaffObligation.CHANGE_PASSWORD);
  }

  @Test
  void resetSecondFactorShouldForgetTheAppAndEndTheSessions() {
    StaffId id = staff("worker-1", Role.REVIEWER, community);
    SignedIn signedIn = done(signIn("worker-1", TestApplication.PASSWORD));
    assertThat(app.stores().staff().proposeSecondFactor(id, "secret")).isTrue();
    assertThat(app.stores().staff().useSecondFactor(id, "secret", 1)).isTrue();
    assertThat(done(manage().view(admin, id)).secondFactor()).isTrue();
    assertThat(done(manage().resetSecondFactor(admin, id)).secondFactor()).isFalse();
    assertThat(caller(signedIn)).isEmpty();
    assertThat(done(signIn("worker-1", TestApplication.PASSWORD)).roles()).isNotEmpty();
  }

  @Test
  void everyChangeShouldStandInTheAuditLogAndNoRefusedOne() {
    StaffId id = staff("worker-1", Role.REVIEWER, community);
    done(add(territorial, "new-1", community));
    denied(add(territorial, "new-1", community));
    denied(add(territorial, "new-2", beside.code()));
    done(entrust(territorial, id, Role.TRACER, community));
    denied(entrust(territorial, id, Role.TRACER, beside.code()));
    done(manage().disable(territorial, id));
    done(manage().enable(territorial, id));
    done(manage().resetPassword(territorial, id));
    done(manage().resetSecondFactor(territorial, id));
    denied(manage().disable(territorial, territorial.account().id()));
    assertThat(LoggedEvents.events(app))
        .filteredOn(event -> event.deed().purpose() == AuditPurpose.ADMINISTRATION)
        .filteredOn(event -> event.deed().action() != AuditAction.STAFF_SIGNED_IN)
        .allSatisfy(
            event -> {
              assertThat(event.actor()).isEqualTo(Actor.staff(territorial, Role.ADMIN));
              assertThat(event.deed().division()).contains(territory.code());
              assertThat(event.deed().reference()).isPresent();
            })
        .extracting(event -> event.deed().action())
        .containsExactly(
            AuditAction.STAFF_ADDED,
            AuditAction.STAFF_CHANGED,
            AuditAction.STAFF_DISABLED,
            AuditAction.STAFF_ENABLED,
            AuditAction.STAFF_PASSWORD_RESET,
            AuditAction.STAFF_SECOND_FACTOR_RESET);
  }

  @Test
  void listShouldPage() {
    app.clock().advance(Duration.ofSeconds(1));
    StaffId later = staff("worker-1", Role.REVIEWER, community);
    var page = manage().list(territorial, PageRequest.first(1));
    assertThat(page.items())
        .extracting(StaffAccount::id)
        .containsExactly(territorial.account().id());
    assertThat(manage().list(territorial, new PageRequest(1, page.next())).items())
        .extracting(StaffAccount::id)
        .containsExactly(later);
  }

  private ManageStaff manage() {
    return app.useCases().access().manageStaff();
  }

  private Result<TemporaryPassword> add(Caller.Staff by, String username, DivisionCode division) {
    return manage()
        .add(by, new Username(username), Set.of(Role.REVIEWER), Jurisdiction.of(division));
  }

  private Result<TemporaryPassword> addDepartment(Caller.Staff by) {
    return manage().add(by, new Username("department-1"), Set.of(Role.SUPERVISOR), types());
  }

  private static Jurisdiction types() {
    return new Jurisdiction.OfVenueTypes(Set.of(new VenueTypeCode("HOTEL")));
  }

  private Result<StaffAccount> entrust(
      Caller.Staff by, StaffId staff, Role role, DivisionCode division) {
    return manage().entrust(by, staff, Set.of(role), Jurisdiction.of(division));
  }

  private StaffId staff(String username, Role role, DivisionCode division) {
    return app.addStaff(username, role, division).id();
  }

  private Caller.Staff anAdmin(Division division) {
    return Callers.aStaffMember(app, Role.ADMIN, division.code());
  }

  private List<StaffId> ids(Caller.Staff by) {
    return manage().list(by, PageRequest.first(200)).items().stream()
        .map(StaffAccount::id)
        .toList();
  }

  private Result<SignedIn> signIn(String username, String password) {
    return app.useCases()
        .access()
        .signIn()
        .asStaff(new Username(username), password, Optional.empty());
  }

  private Result<SignedIn> refresh(SignedIn signedIn) {
    return app.useCases().access().refreshSession().refresh(signedIn.refreshToken());
  }

  private Optional<Caller.Staff> caller(SignedIn signedIn) {
    return app.useCases()
        .access()
        .identifyCaller()
        .identify(signedIn.accessToken())
        .map(Caller.Staff.class::cast);
  }

  private Division below(Division above, Division.Level level) {
    return fixtures.aDivision(level, Optional.of(above.code()));
  }
}
