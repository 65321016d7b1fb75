package cn.venuepass.application.access;

import cn.venuepass.domain.access.Session.Subject;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Optional;

/** Signed, short-lived tokens: whoever holds one speaks for its subject until it expires. */
public interface AccessTokens {

  String issue(Claims claims, Instant expiresAt);

  /** What the token says, or nothing when it is forged, malformed or expired. */
  Optional<Claims> read(String token);

  /**
   * What a token says.
   *
   * @param person the person behind a real-named account, which never changes
   */
  record Claims(SessionId session, Subject subject, Optional<PersonId> person) {}
}
