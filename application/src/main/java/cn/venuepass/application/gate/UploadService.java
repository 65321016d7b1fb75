package cn.venuepass.application.gate;

import static cn.venuepass.application.Denial.Plain.DEVICE_TIME_AHEAD;
import static cn.venuepass.application.Denial.Plain.DEVICE_TIME_TOO_OLD;
import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;

import cn.venuepass.application.Result;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.application.pass.Bearer;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.gate.GateDevice;
import cn.venuepass.domain.gate.OfflineRule;
import cn.venuepass.domain.gate.SequenceNumber;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

final class UploadService implements UploadRegistrations, ViewDevices {
  private static final Comparator<KeptScan> ORDER_OF_EVENTS =
      Comparator.comparing(KeptScan::at).thenComparingLong(kept -> kept.sequence().value());

  private final VenueRights rights;
  private final Registrar registrar;
  private final Lookups lookups;
  private final GateDeviceRepository devices;
  private final InstantSource clock;

  UploadService(
      VenueRights rights,
      Registrar registrar,
      Lookups lookups,
      GateDeviceRepository devices,
      InstantSource clock) {
    this.rights = rights;
    this.registrar = registrar;
    this.lookups = lookups;
    this.devices = devices;
    this.clock = clock;
  }

  @Override
  public Result<List<Result<ScanRecord>>> upload(
      Caller.Resident manager, VenueId venue, Upload upload) {
    return rights
        .asGatekeeper(manager, venue)
        .flatMap(
            own -> {
              List<Arrival> arrivals = arrivals(manager.account(), venue, upload);
              return limited(manager.account(), arrivals)
                  .map(allowed -> store(allowed, own, upload, arrivals));
            });
  }

  @Override
  public Result<List<GateDevice>> list(Caller.Resident manager, VenueId venue) {
    return rights.asManager(manager, venue).map(own -> devices.listOf(venue));
  }

  private List<Arrival> arrivals(AccountId manager, VenueId venue, Upload upload) {
    return IntStream.range(0, upload.scans().size())
        .mapToObj(
            place -> {
              KeptScan kept = upload.scans().get(place);
              return new Arrival(
                  place, kept, earlierAnswer(manager, venue, kept), Optional.empty());
            })
        .toList();
  }

  /** What was answered to a typed one before: that costs nothing of what is limited. */
  private Optional<ScanRecord> earlierAnswer(AccountId manager, VenueId venue, KeptScan kept) {
    return isTyped(kept)
        ? known(kept).flatMap(bearer -> registrar.findAnswer(scan(manager, venue, kept, bearer)))
        : Optional.empty();
  }

  private Result<AccountId> limited(AccountId manager, List<Arrival> arrivals) {
    int typed = (int) arrivals.stream().filter(Arrival::isTypedAnew).count();
    return typed == 0
        ? Result.done(manager)
        : lookups.limited(manager, Limited.ID_NUMBER_UPLOADED, typed);
  }

  private List<Result<ScanRecord>> store(
      AccountId manager, Venue own, Upload upload, List<Arrival> arrivals) {
    VenueId venue = own.id();
    List<Arrival> shown = arrivals.stream().map(this::shown).toList();
    noteTyped(manager, own, shown);
    List<Result<ScanRecord>> answers =
        shown.stream()
            .sorted(Comparator.comparing(Arrival::kept, ORDER_OF_EVENTS))
            .map(arrival -> new Answer(arrival.place(), answer(manager, venue, arrival)))
            .sorted(Comparator.comparingInt(Answer::place))
            .map(Answer::result)
            .toList();
    List<SequenceNumber> arrived = new ArrayList<>(upload.unreadable());
    upload.scans().forEach(kept -> arrived.add(kept.sequence()));
    devices.received(venue, upload.device(), arrived, clock.instant());
    return answers;
  }

  private Result<ScanRecord> answer(AccountId manager, VenueId venue, Arrival arrival) {
    KeptScan kept = arrival.kept();
    if (arrival.earlier().isPresent()) {
      return Result.done(arrival.earlier().get());
    }
    if (OfflineRule.isAhead(kept.at(), clock.instant())) {
      return Result.denied(DEVICE_TIME_AHEAD);
    }
    boolean tooOld = OfflineRule.isTooOld(kept.at(), clock.instant());
    if (arrival.bearer().isEmpty()) {
      return Result.denied(tooOld ? DEVICE_TIME_TOO_OLD : UNKNOWN_CODE);
    }
    Bearer bearer = arrival.bearer().get();
    Scan scan = scan(manager, venue, kept, bearer);
    return tooOld
        ? Result.of(registrar.findAnswer(scan), DEVICE_TIME_TOO_OLD)
        : registrar.apply(scan, bearer.standing());
  }

  /** With whom it shows; nobody is added for a scan that is not taken. */
  private Arrival shown(Arrival arrival) {
    KeptScan kept = arrival.kept();
    if (arrival.earlier().isPresent()) {
      return arrival;
    }
    Instant now = clock.instant();
    boolean taken = !OfflineRule.isAhead(kept.at(), now) && !OfflineRule.isTooOld(kept.at(), now);
    return arrival.of(
        taken
            ? registrar.bearer(kept.credential(), kept.at(), OfflineRule.TOLERANCE)
            : known(kept));
  }

  private Optional<Bearer> known(KeptScan kept) {
    return registrar.knownBearer(kept.credential(), kept.at(), OfflineRule.TOLERANCE);
  }

  /**
   * The scan at the device's time; a clock that is a little ahead does not reach into the future.
   */
  private Scan scan(AccountId manager, VenueId venue, KeptScan kept, Bearer bearer) {
    Instant now = clock.instant();
    return Scan.byManager(
            kept.scan(),
            bearer.person(),
            new ScanTarget.AtVenue(venue, kept.direction()),
            bearer.method(),
            manager,
            now)
        .keptByDevice(kept.at().isAfter(now) ? now : kept.at());
  }

  private void noteTyped(AccountId manager, Venue venue, List<Arrival> arrivals) {
    List<Optional<PersonId>> typed =
        arrivals.stream()
            .filter(Arrival::isTypedAnew)
            .map(arrival -> arrival.bearer().map(Bearer::person))
            .distinct()
            .toList();
    if (!typed.isEmpty()) {
      lookups.note(Actor.manager(manager), typed, AuditPurpose.REGISTRATION, Optional.of(venue));
    }
  }

  private static boolean isTyped(KeptScan kept) {
    return kept.credential() instanceof Credential.IdNumber;
  }

  /**
   * A scan at its place in the upload.
   *
   * @param earlier the answer that it got before
   * @param bearer whom it shows, once that was asked for
   */
  private record Arrival(
      int place, KeptScan kept, Optional<ScanRecord> earlier, Optional<Bearer> bearer) {
    Arrival of(Optional<Bearer> whom) {
      return new Arrival(place, kept, earlier, whom);
    }

    boolean isTypedAnew() {
      return isTyped(kept) && earlier.isEmpty();
    }
  }

  private record Answer(int place, Result<ScanRecord> result) {}
}
