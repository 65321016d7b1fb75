package cn.venuepass.application.posterlife;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.WARNING_DISMISSED;

import cn.venuepass.application.Days;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.Stores;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.application.venue.PosterRepository;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.posterlife.DismissalReason;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.posterlife.PosterWarningId;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Doubt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

final class WatchService implements WatchPosters {
  private final VenueRights rights;
  private final VenueRepository venues;
  private final PosterRepository posters;
  private final PosterDays days;
  private final PosterWarningRepository warnings;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final InstantSource clock;

  WatchService(Stores stores, VenueRights rights, AuditTrail audit, InstantSource clock) {
    this.rights = rights;
    this.venues = stores.venues();
    this.posters = stores.posters();
    this.days = stores.posterDays();
    this.warnings = stores.posterWarnings();
    this.transactions = stores.transactions();
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Result<Activity> activity(Caller caller, VenueId venue, PosterId poster, int count) {
    Duration length = length(count);
    return rights
        .asManagerOrOverseer(caller, venue)
        .flatMap(seen -> Result.of(posters.find(venue, poster), NOT_FOUND))
        .map(
            (Poster found) ->
                new Activity(
                    days.daysOf(poster, Days.of(clock.instant()).minusDays(length.toDays() - 1)),
                    days.lastScanOf(poster),
                    warnings.listOf(poster)));
  }

  @Override
  public Page<SilentPoster> listSilent(
      Caller.Staff supervisor, Narrowing narrowing, int count, PageRequest request) {
    Instant now = clock.instant();
    return days.listSilent(
        supervisor.account().jurisdiction(), narrowing, now.minus(length(count)), now, request);
  }

  @Override
  public Page<FoundWarning> listWarnings(
      Caller.Staff supervisor,
      Narrowing narrowing,
      Optional<Doubt.Kind> kind,
      PageRequest request) {
    return warnings.list(supervisor.account().jurisdiction(), narrowing, kind, request);
  }

  @Override
  public Result<PosterWarning> dismiss(
      Caller.Staff supervisor, PosterWarningId id, DismissalReason reason) {
    var dismissal = new PosterWarning.Dismissal(supervisor.account().id(), reason, clock.instant());
    Jurisdiction own = supervisor.account().jurisdiction();
    return transactions.attempt(
        () ->
            Result.of(warnings.findWithin(id, own), NOT_FOUND)
                .flatMap(warning -> dismiss(supervisor, warning, dismissal))
                .flatMap(warning -> Result.of(warnings.findWithin(id, own), NOT_FOUND)));
  }

  private Result<PosterWarning> dismiss(
      Caller.Staff supervisor, PosterWarning warning, PosterWarning.Dismissal dismissal) {
    if (!warnings.dismiss(warning.id(), dismissal)) {
      return Result.denied(WARNING_DISMISSED);
    }
    Deed deed =
        Deed.of(AuditAction.POSTER_WARNING_DISMISSED, AuditPurpose.SUPERVISION)
            .under(warning.id().value().toString());
    Jurisdiction own = supervisor.account().jurisdiction();
    audit.note(
        Actor.staff(supervisor, Role.SUPERVISOR),
        venues.findWithin(warning.venue(), own).map(deed::at).orElse(deed));
    return Result.done(warning);
  }

  private static Duration length(int days) {
    if (days < 1 || days > PosterDays.KEPT.toDays()) {
      throw new InvalidValue("days", Rule.OUT_OF_RANGE);
    }
    return Duration.ofDays(days);
  }
}
