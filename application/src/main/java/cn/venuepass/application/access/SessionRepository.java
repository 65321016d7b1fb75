package cn.venuepass.application.access;

import cn.venuepass.domain.access.Session;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.access.StaffId;
import java.time.Instant;
import java.util.Optional;

/** Open sessions, each with the hash of the one refresh secret that is good. */
public interface SessionRepository {

  void add(Session session, String secretHash);

  /** The session, unless it was ended or has expired. */
  Optional<Session> findOpen(SessionId session, Instant now);

  /**
   * Replaces the secret of an open session. Of concurrent calls with one secret one succeeds.
   *
   * @return false, with nothing changed, when the presented secret is not the good one
   */
  boolean rotate(SessionId session, String presentedHash, String nextHash, Instant now);

  /** Ends the session; it does not matter whether it was open. */
  void end(SessionId session, Instant now);

  /** Ends all sessions of a staff account but the one that is to go on. */
  void endAllOf(StaffId staff, Optional<SessionId> except, Instant now);
}
