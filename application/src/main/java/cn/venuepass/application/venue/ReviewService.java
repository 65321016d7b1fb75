package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.VENUE_APPROVED;
import static cn.venuepass.application.Denial.Plain.VENUE_REJECTED;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.notification.Notifications;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.RejectionReason;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

final class ReviewService implements ReviewVenues {
  private final VenueRepository venues;
  private final PosterRepository posters;
  private final AccountRepository accounts;
  private final CommunityChanges changes;
  private final Notifications notifications;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final IdGenerator ids;
  private final InstantSource clock;

  ReviewService(
      VenueRepository venues,
      PosterRepository posters,
      AccountRepository accounts,
      CommunityChanges changes,
      Notifications notifications,
      Transactions transactions,
      AuditTrail audit,
      IdGenerator ids,
      InstantSource clock) {
    this.venues = venues;
    this.posters = posters;
    this.accounts = accounts;
    this.changes = changes;
    this.notifications = notifications;
    this.transactions = transactions;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Page<Venue> queue(
      Caller.Staff reviewer, Narrowing narrowing, VenueStatus status, PageRequest request) {
    Page<Venue> shown =
        venues.listWithin(reviewer.account().jurisdiction(), narrowing, status, request);
    if (!shown.items().isEmpty()) {
      audit.note(
          Actor.staff(reviewer, Role.REVIEWER),
          Deed.of(AuditAction.APPLICATION_VIEWED, AuditPurpose.REVIEW)
              .about(accounts.peopleOf(shown.items().stream().map(Venue::applicant).toList())));
    }
    return shown;
  }

  @Override
  public Result<Venue> approve(Caller.Staff reviewer, VenueId id, Optional<Instant> seen) {
    Instant now = clock.instant();
    return transactions.attempt(
        () ->
            decide(
                    reviewer,
                    id,
                    seen,
                    AuditAction.VENUE_APPROVED,
                    now,
                    venue -> venue.approved(now))
                .map(
                    approved -> {
                      for (Direction direction : Direction.values()) {
                        posters.add(
                            Poster.issued(
                                new PosterId(ids.next()), id, direction, Optional.empty(), now));
                      }
                      return approved;
                    }));
  }

  @Override
  public Result<Venue> reject(
      Caller.Staff reviewer, VenueId id, Optional<Instant> seen, RejectionReason reason) {
    Instant now = clock.instant();
    return transactions.attempt(
        () ->
            decide(
                reviewer,
                id,
                seen,
                AuditAction.VENUE_REJECTED,
                now,
                venue -> venue.rejected(now, reason)));
  }

  private Result<Venue> decide(
      Caller.Staff reviewer,
      VenueId id,
      Optional<Instant> seen,
      AuditAction action,
      Instant now,
      Function<Venue, Optional<Venue>> decision) {
    Optional<Venue> venue = venues.findWithin(id, reviewer.account().jurisdiction());
    if (venue.isEmpty()) {
      return Result.denied(NOT_FOUND);
    }
    Optional<Venue> decided = decision.apply(venue.get());
    if (decided.isEmpty()) {
      return Result.denied(venue.get().isApproved() ? VENUE_APPROVED : VENUE_REJECTED);
    }
    boolean another = seen.filter(at -> !venue.get().isAsApplied(at)).isPresent();
    if (another || !venues.replace(decided.get())) {
      return Result.denied(CHANGED_MEANWHILE);
    }
    audit.note(
        Actor.staff(reviewer, Role.REVIEWER), Deed.of(action, AuditPurpose.REVIEW).at(venue.get()));
    changes.note(List.of(venue.get().details().community()), now);
    var notice = new Notice.ReviewDecided(id, decided.get().isApproved());
    notifications.tell(decided.get().applicant(), notice, now);
    return Result.done(decided.get());
  }
}
