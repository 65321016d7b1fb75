package cn.venuepass.testkit.memory;

import cn.venuepass.application.access.SessionRepository;
import cn.venuepass.domain.access.Session;
import cn.venuepass.domain.access.Session.Subject;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.access.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

final class InMemorySessionRepository implements SessionRepository {
  private final InMemoryStore store;
  private final Map<SessionId, Open> sessions;

  InMemorySessionRepository(InMemoryStore store) {
    this.store = store;
    this.sessions = store.table();
  }

  @Override
  public void add(Session session, String secretHash) {
    store.run(() -> sessions.put(session.id(), new Open(session, secretHash)));
  }

  @Override
  public Optional<Session> findOpen(SessionId session, Instant now) {
    return store.run(() -> open(session, now).map(Open::session));
  }

  @Override
  public boolean rotate(SessionId id, String presentedHash, String nextHash, Instant now) {
    return store.run(
        () -> {
          Optional<Open> open =
              open(id, now).filter(known -> known.secretHash().equals(presentedHash));
          open.ifPresent(known -> sessions.put(id, new Open(known.session(), nextHash)));
          return open.isPresent();
        });
  }

  @Override
  public void end(SessionId session, Instant now) {
    store.run(() -> Optional.ofNullable(sessions.remove(session)));
  }

  @Override
  public void endAllOf(StaffId staff, Optional<SessionId> except, Instant now) {
    store.run(
        () ->
            sessions
                .values()
                .removeIf(
                    known ->
                        known.session().subject().equals(new Subject.OfStaff(staff))
                            && !Optional.of(known.session().id()).equals(except)));
  }

  private Optional<Open> open(SessionId id, Instant now) {
    return Optional.ofNullable(sessions.get(id))
        .filter(known -> known.session().expiresAt().isAfter(now));
  }

  private record Open(Session session, String secretHash) {}
}
