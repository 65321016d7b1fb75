package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.access.StaffRepository.Credentials;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.Session;
import cn.venuepass.domain.access.Session.Subject;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.access.SessionRepository} and {@link
 * cn.venuepass.application.access.StaffRepository}.
 */
public interface AccessContract extends StoreContract {

  @Test
  default void findOpenShouldFindASessionUntilItExpires() {
    Session session = open();
    assertThat(stores().sessions().findOpen(session.id(), clock().instant())).contains(session);
    assertThat(stores().sessions().findOpen(session.id(), session.expiresAt())).isEmpty();
  }

  @Test
  default void findOpenShouldNotFindAnEndedSession() {
    Session session = open();
    stores().sessions().end(session.id(), clock().instant());
    stores().sessions().end(session.id(), clock().instant());
    assertThat(stores().sessions().findOpen(session.id(), clock().instant())).isEmpty();
    assertThat(rotate(session, "first", "second")).isFalse();
  }

  @Test
  default void rotateShouldTakeASecretOnce() {
    Session session = open();
    assertThat(rotate(session, "first", "second")).isTrue();
    assertThat(rotate(session, "first", "third")).isFalse();
    assertThat(rotate(session, "second", "third")).isTrue();
  }

  @Test
  default void rotateShouldTakeASecretOnceWhenPresentedAtOnce() {
    Session session = open();
    assertThat(AtOnce.run(8, i -> rotate(session, "first", "next-" + i))).containsOnlyOnce(true);
  }

  @Test
  default void rotateShouldRefuseAnExpiredSession() {
    Session session = open();
    assertThat(stores().sessions().rotate(session.id(), "first", "second", session.expiresAt()))
        .isFalse();
  }

  @Test
  default void addShouldTakeAUsernameOnce() {
    StaffAccount account = staff();
    assertThat(stores().staff().add(account, "hash")).isTrue();
    var namesake =
        new StaffAccount(
            new StaffId(UUID.randomUUID()),
            account.username(),
            account.roles(),
            account.jurisdiction(),
            true);
    assertThat(stores().staff().add(namesake, "other")).isFalse();
    assertThat(stores().staff().find(account.id())).contains(account);
    assertThat(stores().staff().find(namesake.id())).isEmpty();
    assertThat(stores().staff().findCredentials(account.username()))
        .contains(new Credentials(account, "hash"));
    assertThat(stores().staff().findCredentials("nobody-" + UUID.randomUUID())).isEmpty();
  }

  private StaffAccount staff() {
    return new StaffAccount(
        new StaffId(UUID.randomUUID()),
        "staff-" + UUID.randomUUID(),
        Set.of(Role.REVIEWER, Role.SUPERVISOR),
        new Jurisdiction(fixtures().aCommunity()),
        true);
  }

  private Session open() {
    var session =
        new Session(
            new SessionId(UUID.randomUUID()),
            new Subject.OfAccount(fixtures().anAccount()),
            clock().instant().plus(Duration.ofDays(1)));
    stores().sessions().add(session, "first");
    return session;
  }

  private boolean rotate(Session session, String presented, String next) {
    return stores().sessions().rotate(session.id(), presented, next, clock().instant());
  }
}
