package cn.venuepass.domain.visit;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to pass a venue's door.
 *
 * @param registeredBy the account of the manager who registered the person
 * @param at when it happened, after the clock that {@code timeSource} names
 */
public record Scan(
    ScanId id,
    PersonId person,
    ScanTarget target,
    ScanMethod method,
    Optional<AccountId> registeredBy,
    Instant at,
    TimeSource timeSource) {

  /** Whose clock a scan's time comes from. */
  public enum TimeSource {
    /** A service node, at the moment of the scan: what arrives later, happens later. */
    SERVER,
    /** A device without network, uploaded afterwards: may be older than what is stored. */
    DEVICE
  }

  /** The person scanned a poster with network, just now. */
  public static Scan ofPoster(ScanId id, PersonId person, ScanTarget.AtPoster target, Instant at) {
    return new Scan(id, person, target, ScanMethod.POSTER, Optional.empty(), at, TimeSource.SERVER);
  }

  /** A manager typed the person's ID number, just now. */
  public static Scan ofIdNumber(
      ScanId id, PersonId person, ScanTarget.AtVenue target, AccountId manager, Instant at) {
    return new Scan(
        id, person, target, ScanMethod.ID_NUMBER, Optional.of(manager), at, TimeSource.SERVER);
  }
}
