package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.access.Session;
import cn.venuepass.domain.access.Session.Subject;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.access.StaffId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link cn.venuepass.application.access.SessionRepository}. */
public interface SessionsContract extends StoreContract {

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
  default void endAllOfShouldEndTheSessionsOfThatMemberOfStaffAlone() {
    var staff = new StaffId(UUID.randomUUID());
    Session kept = open(new Subject.OfStaff(staff));
    Session ended = open(new Subject.OfStaff(staff));
    Session others = open(new Subject.OfStaff(new StaffId(UUID.randomUUID())));
    Session resident = open();
    stores().sessions().endAllOf(staff, Optional.of(kept.id()), clock().instant());
    assertThat(isOpen(kept)).isTrue();
    assertThat(isOpen(ended)).isFalse();
    assertThat(isOpen(others)).isTrue();
    assertThat(isOpen(resident)).isTrue();
    stores().sessions().endAllOf(staff, Optional.empty(), clock().instant());
    assertThat(isOpen(kept)).isFalse();
  }

  private Session open() {
    return open(new Subject.OfAccount(fixtures().anAccount()));
  }

  private boolean isOpen(Session session) {
    return stores().sessions().findOpen(session.id(), clock().instant()).isPresent();
  }

  private Session open(Subject subject) {
    var session =
        new Session(
            new SessionId(UUID.randomUUID()), subject, clock().instant().plus(Duration.ofDays(1)));
    stores().sessions().add(session, "first");
    return session;
  }

  private boolean rotate(Session session, String presented, String next) {
    return stores().sessions().rotate(session.id(), presented, next, clock().instant());
  }
}
