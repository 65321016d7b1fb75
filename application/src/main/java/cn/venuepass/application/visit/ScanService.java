package cn.venuepass.application.visit;

import static cn.venuepass.application.Denial.Plain.IDENTITY_REQUIRED;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;

import cn.venuepass.application.Result;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.venue.PosterCodes;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import java.time.InstantSource;
import java.util.Optional;

final class ScanService implements RegisterScan, RegisterByIdNumber {
  private final PosterCodes codes;
  private final VisitLedger ledger;
  private final VenueRights rights;
  private final PersonRepository people;
  private final InstantSource clock;

  ScanService(
      PosterCodes codes,
      VisitLedger ledger,
      VenueRights rights,
      PersonRepository people,
      InstantSource clock) {
    this.codes = codes;
    this.ledger = ledger;
    this.rights = rights;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public Result<ScanRecord> register(Caller.Resident resident, ScanId scan, String code) {
    Optional<PosterId> poster = codes.check(code);
    if (poster.isEmpty()) {
      return Result.denied(UNKNOWN_CODE);
    }
    if (resident.person().isEmpty()) {
      return Result.denied(IDENTITY_REQUIRED);
    }
    var target = new ScanTarget.AtPoster(poster.get());
    return ledger
        .apply(Scan.ofPoster(scan, resident.person().get(), target, clock.instant()))
        .map(Result::done)
        .orElseGet(() -> Result.denied(UNKNOWN_CODE));
  }

  @Override
  public Result<ScanRecord> register(
      Caller.Resident manager, VenueId id, Registration registration) {
    return rights
        .asManager(manager, id)
        .flatMap(
            venue -> {
              Person person = people.findOrAdd(registration.idNumber(), registration.name());
              var target = new ScanTarget.AtVenue(id, registration.direction());
              var scan =
                  Scan.ofIdNumber(
                      registration.scan(), person.id(), target, manager.account(), clock.instant());
              return ledger.apply(scan).map(Result::done).orElseGet(() -> Result.denied(NOT_FOUND));
            });
  }
}
