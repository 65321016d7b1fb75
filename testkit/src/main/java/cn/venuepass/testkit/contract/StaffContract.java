package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.access.StaffRepository.Credentials;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.Session;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.access.StaffRepository} and {@link
 * cn.venuepass.application.access.SignInThrottle}.
 */
public interface StaffContract extends StoreContract {
  String SECRET = "SAMPLESECRET";

  @Test
  default void addShouldTakeAUsernameOnce() {
    StaffAccount account = newReviewer();
    assertThat(stores().staff().add(account, "hash")).isTrue();
    var namesake =
        StaffAccount.added(
            new StaffId(UUID.randomUUID()),
            account.username(),
            account.roles(),
            account.jurisdiction(),
            account.addedAt());
    assertThat(stores().staff().add(namesake, "other")).isFalse();
    assertThat(stores().staff().find(account.id())).contains(account);
    assertThat(stores().staff().find(namesake.id())).isEmpty();
    var known = new Credentials(account, "hash", Optional.empty());
    assertThat(stores().staff().findCredentials(account.username())).contains(known);
    assertThat(stores().staff().findCredentials(account.id())).contains(known);
    assertThat(stores().staff().findCredentials(new Username("nobody-" + UUID.randomUUID())))
        .isEmpty();
  }

  @Test
  default void severalAccountsShouldBeFoundAtOnce() {
    StaffAccount one = newReviewer();
    StaffAccount two = newReviewer();
    assertThat(stores().staff().add(one, "hash")).isTrue();
    assertThat(stores().staff().add(two, "hash")).isTrue();
    assertThat(
            stores()
                .staff()
                .findAll(List.of(one.id(), two.id(), one.id(), new StaffId(UUID.randomUUID()))))
        .containsExactlyInAnyOrder(one, two);
    assertThat(stores().staff().findAll(List.of())).isEmpty();
  }

  @Test
  default void staffShouldBeNamedAndFoundByTheirNames() {
    StaffAccount one = newReviewer();
    StaffAccount two = newReviewer();
    assertThat(stores().staff().add(one, "hash")).isTrue();
    assertThat(stores().staff().add(two, "hash")).isTrue();
    var nobody = new StaffId(UUID.randomUUID());
    assertThat(stores().staff().namesOf(List.of(one.id(), two.id(), one.id(), nobody)))
        .isEqualTo(Map.of(one.id(), one.username(), two.id(), two.username()));
    assertThat(stores().staff().namesOf(List.of())).isEmpty();
    assertThat(stores().staff().named(two.username())).contains(two.id());
    assertThat(stores().staff().named(new Username("nobody-" + UUID.randomUUID()))).isEmpty();
  }

  @Test
  default void anIndustryDepartmentShouldKeepItsVenueTypes() {
    StaffAccount account = aDepartment();
    assertThat(stores().staff().find(account.id())).contains(account);
  }

  @Test
  default void replaceShouldStoreTheNextRevisionOnce() {
    StaffAccount account = aReviewer();
    StaffAccount next =
        account.entrusted(
            Set.of(Role.TRACER, Role.AUDITOR), Jurisdiction.of(fixtures().aCommunity()));
    assertThat(stores().staff().replace(next)).isTrue();
    assertThat(stores().staff().replace(account.disabled())).isFalse();
    assertThat(stores().staff().find(account.id())).contains(next);
    assertThat(stores().staff().replace(next.disabled())).isTrue();
    assertThat(stores().staff().find(account.id())).contains(next.disabled());
  }

  @Test
  default void setPasswordShouldSayWhoChoseIt() {
    StaffAccount account = aReviewer();
    stores().staff().setPassword(account.id(), "own", false);
    Credentials own = credentials(account);
    assertThat(own.passwordHash()).isEqualTo("own");
    assertThat(own.account().temporaryPassword()).isFalse();
    stores().staff().setPassword(account.id(), "given", true);
    assertThat(credentials(account).account().temporaryPassword()).isTrue();
  }

  @Test
  default void anAccountThatIsHeldShouldNotChangeUntilItsSessionIsAdded() {
    for (int round = 0; round < 20; round++) {
      StaffAccount account = aReviewer();
      List<Session> sessions = Stream.generate(() -> session(account)).limit(4).toList();
      List<Boolean> unused =
          AtOnce.run(8, i -> i % 2 == 0 ? opened(account, sessions.get(i / 2)) : reset(account));
      assertThat(sessions)
          .noneMatch(
              session -> stores().sessions().findOpen(session.id(), clock().instant()).isPresent());
    }
  }

  @Test
  default void aSecondFactorShouldCountOnceItWasUsed() {
    StaffAccount account = aReviewer();
    assertThat(stores().staff().proposeSecondFactor(account.id(), "FIRST")).isTrue();
    assertThat(stores().staff().proposeSecondFactor(account.id(), SECRET)).isTrue();
    assertThat(credentials(account).secret()).contains(SECRET);
    assertThat(credentials(account).secondFactor()).isEmpty();
    assertThat(stores().staff().useSecondFactor(account.id(), "FIRST", 7)).isFalse();
    assertThat(stores().staff().useSecondFactor(account.id(), SECRET, 7)).isTrue();
    assertThat(credentials(account).secondFactor()).contains(SECRET);
    assertThat(stores().staff().proposeSecondFactor(account.id(), "OTHER")).isFalse();
    assertThat(credentials(account).secondFactor()).contains(SECRET);
  }

  @Test
  default void aStepShouldBeUsedOnceAndNoneBeforeIt() {
    StaffAccount account = aReviewer();
    assertThat(stores().staff().proposeSecondFactor(account.id(), SECRET)).isTrue();
    assertThat(AtOnce.run(8, i -> stores().staff().useSecondFactor(account.id(), SECRET, 9)))
        .containsOnlyOnce(true);
    assertThat(stores().staff().useSecondFactor(account.id(), SECRET, 8)).isFalse();
    assertThat(stores().staff().useSecondFactor(account.id(), SECRET, 10)).isTrue();
  }

  @Test
  default void removeSecondFactorShouldForgetTheSecret() {
    StaffAccount account = aReviewer();
    assertThat(stores().staff().proposeSecondFactor(account.id(), SECRET)).isTrue();
    assertThat(stores().staff().useSecondFactor(account.id(), SECRET, 9)).isTrue();
    stores().staff().removeSecondFactor(account.id());
    assertThat(credentials(account).secret()).isEmpty();
    assertThat(credentials(account).account().secondFactor()).isFalse();
    assertThat(stores().staff().useSecondFactor(account.id(), SECRET, 11)).isFalse();
    assertThat(stores().staff().proposeSecondFactor(account.id(), SECRET)).isTrue();
    assertThat(stores().staff().useSecondFactor(account.id(), SECRET, 5)).isTrue();
  }

  @Test
  default void staffShouldBeSeenFromAboveAndNotFromBeside() {
    Division root = fixtures().aDivision(Division.Level.HEADQUARTERS, Optional.empty());
    Division territory = below(root, Division.Level.TERRITORY);
    Division beside = below(root, Division.Level.TERRITORY);
    StaffAccount account = aReviewer(below(territory, Division.Level.COMMUNITY).code());
    for (Division above : List.of(root, territory)) {
      assertThat(stores().staff().findWithin(account.id(), Jurisdiction.of(above.code())))
          .contains(account);
      assertThat(list(above.code())).contains(account);
    }
    assertThat(stores().staff().findWithin(account.id(), Jurisdiction.of(beside.code()))).isEmpty();
    assertThat(list(beside.code())).isEmpty();
    assertThat(stores().staff().findWithin(account.id(), types())).isEmpty();
    assertThat(stores().staff().listWithin(types(), PageRequest.first(200)).items()).isEmpty();
  }

  @Test
  default void departmentsShouldBelongToTheRoot() {
    Division root = fixtures().aDivision(Division.Level.HEADQUARTERS, Optional.empty());
    Division territory = below(root, Division.Level.TERRITORY);
    StaffAccount department = aDepartment();
    assertThat(stores().staff().findWithin(department.id(), Jurisdiction.of(root.code())))
        .contains(department);
    assertThat(stores().staff().findWithin(department.id(), Jurisdiction.of(territory.code())))
        .isEmpty();
  }

  @Test
  default void listWithinShouldPageInTheOrderOfAddition() {
    DivisionCode community = fixtures().aCommunity();
    StaffAccount first = aReviewer(community);
    clock().advance(Duration.ofSeconds(1));
    StaffAccount second = aReviewer(community);
    Page<StaffAccount> page =
        stores().staff().listWithin(Jurisdiction.of(community), PageRequest.first(1));
    assertThat(page.items()).containsExactly(first);
    assertThat(
            stores()
                .staff()
                .listWithin(Jurisdiction.of(community), new PageRequest(1, page.next()))
                .items())
        .containsExactly(second);
  }

  @Test
  default void fiveTriesShouldBeFreeAlsoWhenTheyAreMadeAtOnce() {
    var username = new Username("tried-" + UUID.randomUUID());
    Instant now = clock().instant();
    List<Optional<Duration>> waits =
        AtOnce.run(12, i -> stores().signInThrottle().begin(username, now));
    assertThat(waits.stream().filter(Optional::isEmpty)).hasSize(5);
    assertThat(stores().signInThrottle().begin(username, now)).contains(Duration.ofMinutes(1));
    Instant later = now.plus(Duration.ofMinutes(1));
    assertThat(stores().signInThrottle().begin(username, later)).isEmpty();
    assertThat(stores().signInThrottle().begin(username, later)).contains(Duration.ofMinutes(2));
    assertThat(stores().signInThrottle().begin(new Username("x" + username.text()), now)).isEmpty();
    stores().signInThrottle().succeeded(username);
    assertThat(stores().signInThrottle().begin(username, later)).isEmpty();
  }

  private boolean opened(StaffAccount account, Session session) {
    return stores()
        .transactions()
        .run(
            () -> {
              boolean proved =
                  stores()
                      .staff()
                      .hold(account.id())
                      .filter(known -> known.passwordHash().equals("hash"))
                      .isPresent();
              if (proved) {
                stores().sessions().add(session, "secret");
              }
              return proved;
            });
  }

  private boolean reset(StaffAccount account) {
    return stores()
        .transactions()
        .run(
            () -> {
              stores().staff().setPassword(account.id(), "next", true);
              stores().sessions().endAllOf(account.id(), Optional.empty(), clock().instant());
              return true;
            });
  }

  private Session session(StaffAccount account) {
    return new Session(
        new SessionId(UUID.randomUUID()),
        new Session.Subject.OfStaff(account.id()),
        clock().instant().plus(Duration.ofHours(1)));
  }

  private List<StaffAccount> list(DivisionCode division) {
    return stores().staff().listWithin(Jurisdiction.of(division), PageRequest.first(200)).items();
  }

  private Division below(Division above, Division.Level level) {
    return fixtures().aDivision(level, Optional.of(above.code()));
  }

  private Credentials credentials(StaffAccount account) {
    return stores().staff().findCredentials(account.id()).orElseThrow();
  }

  private StaffAccount aReviewer() {
    return stored(newReviewer());
  }

  private StaffAccount aReviewer(DivisionCode division) {
    return stored(account(Set.of(Role.REVIEWER), Jurisdiction.of(division)));
  }

  private StaffAccount newReviewer() {
    return account(
        Set.of(Role.REVIEWER, Role.SUPERVISOR), Jurisdiction.of(fixtures().aCommunity()));
  }

  private StaffAccount aDepartment() {
    return stored(account(Set.of(Role.SUPERVISOR), types()));
  }

  private static Jurisdiction types() {
    return new Jurisdiction.OfVenueTypes(
        Set.of(new VenueTypeCode("HOTEL"), new VenueTypeCode("CINEMA")));
  }

  private StaffAccount account(Set<Role> roles, Jurisdiction jurisdiction) {
    return StaffAccount.added(
        new StaffId(UUID.randomUUID()),
        new Username("staff-" + UUID.randomUUID()),
        roles,
        jurisdiction,
        clock().instant());
  }

  private StaffAccount stored(StaffAccount account) {
    assertThat(stores().staff().add(account, "hash")).isTrue();
    return account;
  }
}
