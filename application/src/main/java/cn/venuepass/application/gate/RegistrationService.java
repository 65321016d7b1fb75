package cn.venuepass.application.gate;

import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.application.pass.Bearer;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

final class RegistrationService implements RegisterPerson {
  private final VenueRights rights;
  private final Registrar registrar;
  private final Lookups lookups;
  private final PersonRepository people;
  private final InstantSource clock;

  RegistrationService(
      VenueRights rights,
      Registrar registrar,
      Lookups lookups,
      PersonRepository people,
      InstantSource clock) {
    this.rights = rights;
    this.registrar = registrar;
    this.lookups = lookups;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public Result<Registered> register(
      Caller.Resident manager, VenueId id, Registration registration) {
    Instant now = clock.instant();
    Optional<Denial> refusal = registrar.refusal(registration.credential(), now);
    if (refusal.isPresent()) {
      return Result.denied(refusal.get());
    }
    return rights
        .asManager(manager, id)
        .flatMap(venue -> register(manager, venue, registration, now));
  }

  private Result<Registered> register(
      Caller.Resident manager, Venue venue, Registration registration, Instant now) {
    Function<Bearer, Scan> scanOf = bearer -> scan(manager, venue.id(), registration, bearer, now);
    if (registration.credential() instanceof Credential.IdNumber typed) {
      Optional<Bearer> known = registrar.knownBearer(typed, now, Duration.ZERO);
      Optional<ScanRecord> earlier = known.map(scanOf).flatMap(registrar::findAnswer);
      if (earlier.isPresent()) {
        return Result.done(registered(known.orElseThrow(), earlier.get()));
      }
    }
    return bearer(manager, venue, registration.credential(), now)
        .flatMap(
            bearer ->
                registrar
                    .apply(scanOf.apply(bearer), bearer.standing())
                    .map(record -> registered(bearer, record)));
  }

  private Result<Bearer> bearer(
      Caller.Resident manager, Venue venue, Credential credential, Instant now) {
    if (!(credential instanceof Credential.IdNumber typed)) {
      return Result.of(registrar.bearer(credential, now, Duration.ZERO), UNKNOWN_CODE);
    }
    Credential shown = venue.isApproved() ? typed : typed.withoutName();
    return lookups
        .limited(manager.account(), Limited.ID_NUMBER_TYPED, 1)
        .map(
            allowed -> {
              Bearer bearer = registrar.bearer(shown, now, Duration.ZERO).orElseThrow();
              lookups.note(
                  Actor.manager(allowed),
                  bearer.person(),
                  AuditPurpose.REGISTRATION,
                  Optional.of(venue));
              return bearer;
            });
  }

  private static Scan scan(
      Caller.Resident manager,
      VenueId venue,
      Registration registration,
      Bearer bearer,
      Instant now) {
    Scan scan =
        Scan.byManager(
            registration.scan(),
            bearer.person(),
            new ScanTarget.AtVenue(venue, registration.direction()),
            bearer.method(),
            manager.account(),
            now);
    return registration.overCapacity() ? scan.admittingOverCapacity() : scan;
  }

  private Registered registered(Bearer bearer, ScanRecord record) {
    return new Registered(
        record,
        Optional.of(bearer.person())
            .filter(person -> !(record.outcome() instanceof ScanOutcome.Refused))
            .flatMap(people::find)
            .map(Person::maskedName));
  }
}
