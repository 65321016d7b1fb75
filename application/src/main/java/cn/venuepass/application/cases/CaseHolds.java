package cn.venuepass.application.cases;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.retention.RetentionHolds;
import cn.venuepass.application.tracing.Trajectory;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.retention.RetentionHold;
import cn.venuepass.domain.retention.RetentionHoldId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.TracedStay;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an open case holds: what its person and the contacts did since the infectious window began,
 * and what went on where the person was. Nothing is let go before the case is closed.
 */
final class CaseHolds {
  /** What somebody did so long after their isolation still tells when they had left before it. */
  private static final Duration AFTERWARDS = Duration.ofDays(7);

  /** For how long a case without an isolation holds, if nobody closes it. */
  private static final Duration LONGEST = Duration.ofDays(3_660);

  private final RetentionHolds holds;
  private final VenueRepository venues;
  private final IdGenerator ids;

  CaseHolds(RetentionHolds holds, VenueRepository venues, IdGenerator ids) {
    this.holds = holds;
    this.venues = venues;
    this.ids = ids;
  }

  private record Held(
      Optional<PersonId> person, Optional<VenueId> venue, Instant from, Instant to) {
    static Held of(RetentionHold hold) {
      return new Held(hold.person(), hold.venue(), hold.from(), hold.to());
    }
  }

  /** Holds what that revision rests on and is not held yet; a drill holds nothing. */
  void extend(Case of, Revision revision, Trajectory trajectory, List<Contact> contacts) {
    if (of.drill()) {
      return;
    }
    Set<Held> wanted = new HashSet<>();
    Instant from = revision.window().from();
    Instant to =
        of.illness()
            .isolatedAt()
            .map(isolated -> isolated.plus(AFTERWARDS))
            .filter(end -> end.isAfter(from))
            .orElse(of.openedAt().plus(LONGEST));
    Stream.concat(Stream.of(of.index()), contacts.stream().map(Contact::person))
        .forEach(person -> wanted.add(new Held(Optional.of(person), Optional.empty(), from, to)));
    Map<VenueId, Set<VenueId>> families = new HashMap<>();
    for (TracedStay stay : trajectory.stays()) {
      Set<VenueId> family = families.computeIfAbsent(stay.family(), this::family);
      Stream.concat(Stream.of(stay.venue().id()), family.stream())
          .forEach(
              venue ->
                  wanted.add(
                      new Held(
                          Optional.empty(),
                          Optional.of(venue),
                          stay.stay().entry().earliest().at(),
                          stay.stay().exit().latest().at())));
    }
    holds.listOf(of.id().value()).forEach(known -> wanted.remove(Held.of(known)));
    holds.addAll(
        wanted.stream()
            .map(
                held ->
                    new RetentionHold(
                        new RetentionHoldId(ids.next()),
                        of.id().value(),
                        held.person(),
                        held.venue(),
                        held.from(),
                        held.to(),
                        revision.at()))
            .toList());
  }

  void release(Case of, Instant now) {
    holds.releaseAll(of.id().value(), now);
  }

  /** People in other parts of one parent are contacts too. */
  private Set<VenueId> family(VenueId parent) {
    Set<VenueId> family = new HashSet<>(Set.of(parent));
    venues.listNaming(parent).stream().map(Venue::id).forEach(family::add);
    return family;
  }
}
