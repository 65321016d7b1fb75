package cn.venuepass.application.access;

import cn.venuepass.domain.access.SessionId;

/** Ends a session: it cannot be refreshed any more. */
@FunctionalInterface
public interface SignOut {
  void end(SessionId session);
}
