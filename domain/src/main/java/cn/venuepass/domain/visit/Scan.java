package cn.venuepass.domain.visit;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One attempt to pass a venue's door.
 *
 * @param companions who passes together with the person: all of it is stored, or nothing
 * @param registeredBy the account of the manager who registered the person
 * @param overCapacity whether a manager lets the person in even if the venue is full
 * @param at when it happened, after the clock that {@code timeSource} names
 */
public record Scan(
    ScanId id,
    PersonId person,
    List<Companion> companions,
    ScanTarget target,
    ScanMethod method,
    Optional<AccountId> registeredBy,
    boolean overCapacity,
    Instant at,
    TimeSource timeSource) {
  public Scan {
    companions = List.copyOf(companions);
  }

  /** Whose clock a scan's time comes from. */
  public enum TimeSource {
    /** A service node, at the moment of the scan: what arrives later, happens later. */
    SERVER,
    /** A device without network, uploaded afterwards: may be older than what is stored. */
    DEVICE
  }

  /** The person scanned a poster with network, just now. */
  public static Scan ofPoster(ScanId id, PersonId person, ScanTarget.AtPoster target, Instant at) {
    return new Scan(
        id,
        person,
        List.of(),
        target,
        ScanMethod.POSTER,
        Optional.empty(),
        false,
        at,
        TimeSource.SERVER);
  }

  /** A manager registered the person, just now. */
  public static Scan byManager(
      ScanId id,
      PersonId person,
      ScanTarget target,
      ScanMethod method,
      AccountId manager,
      Instant at) {
    return new Scan(
        id, person, List.of(), target, method, Optional.of(manager), false, at, TimeSource.SERVER);
  }

  /** The same for more people at once. */
  public Scan with(List<Companion> others) {
    return new Scan(id, person, others, target, method, registeredBy, overCapacity, at, timeSource);
  }

  /** The same, even if the venue is full. */
  public Scan admittingOverCapacity() {
    return new Scan(id, person, companions, target, method, registeredBy, true, at, timeSource);
  }

  /** The same by a device that had no network, at that time of its clock. */
  public Scan keptByDevice(Instant deviceTime) {
    return new Scan(
        id,
        person,
        companions,
        target,
        method,
        registeredBy,
        overCapacity,
        deviceTime,
        TimeSource.DEVICE);
  }
}
