package cn.venuepass.domain.access;

import cn.venuepass.domain.person.AccountId;
import java.time.Instant;

/** A sign-in and everything that was refreshed from it, until its end. */
public record Session(SessionId id, Subject subject, Instant expiresAt) {

  /** Whose session it is. */
  public sealed interface Subject {
    record OfAccount(AccountId account) implements Subject {}

    record OfStaff(StaffId staff) implements Subject {}
  }
}
