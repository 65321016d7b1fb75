package cn.venuepass.domain.pass;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A printed pass code of somebody without any phone. A person has one that is good at most.
 *
 * @param issuedBy the account that looks after the person
 */
public record PaperPass(
    PaperPassId id,
    PersonId person,
    AccountId issuedBy,
    Instant issuedAt,
    Optional<Instant> revokedAt) {

  public static PaperPass issued(PaperPassId id, PersonId person, AccountId by, Instant at) {
    return new PaperPass(id, person, by, at, Optional.empty());
  }

  /**
   * Whether it was good at that time: a device may have read it before it was revoked.
   *
   * @param tolerance how far the clock that took the time may differ from ours
   */
  public boolean isGoodAt(Instant at, Duration tolerance) {
    return !at.plus(tolerance).isBefore(issuedAt)
        && revokedAt.filter(revoked -> !at.minus(tolerance).isBefore(revoked)).isEmpty();
  }
}
