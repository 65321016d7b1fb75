package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.MANAGER_EXISTS;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Result;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class ManagerService implements AppointManagers {
  private final VenueRights rights;
  private final ManagerRepository managers;
  private final PersonRepository people;
  private final Creations creations;
  private final Duration activationDelay;
  private final InstantSource clock;

  ManagerService(
      VenueRights rights,
      ManagerRepository managers,
      PersonRepository people,
      Creations creations,
      Duration activationDelay,
      InstantSource clock) {
    this.rights = rights;
    this.managers = managers;
    this.people = people;
    this.creations = creations;
    this.activationDelay = activationDelay;
    this.clock = clock;
  }

  @Override
  public Result<Manager> add(
      Caller.Resident applicant,
      VenueId venue,
      ResidentIdNumber idNumber,
      PersonName name,
      Optional<CreationKey> key) {
    return rights
        .asApplicantOfApproved(applicant, venue)
        .flatMap(
            approved ->
                creations.once(
                    key,
                    id -> appoint(new ManagerId(id), venue, idNumber, name),
                    id -> found(managers.find(venue, new ManagerId(id)))));
  }

  @Override
  public Result<List<Manager>> list(Caller.Resident applicant, VenueId venue) {
    return rights.asApplicant(applicant, venue).map(own -> managers.listOf(venue));
  }

  @Override
  public Result<ManagerId> remove(Caller.Resident applicant, VenueId venue, ManagerId manager) {
    return rights
        .asApplicant(applicant, venue)
        .flatMap(
            own ->
                managers.remove(venue, manager) ? Result.done(manager) : Result.denied(NOT_FOUND));
  }

  private Result<Manager> appoint(
      ManagerId id, VenueId venue, ResidentIdNumber idNumber, PersonName name) {
    Instant now = clock.instant();
    Person person = people.findOrAdd(idNumber, Optional.of(name));
    var manager =
        new Manager(
            id, venue, person.id(), name, idNumber.masked(), now, now.plus(activationDelay));
    return managers.add(manager) ? Result.done(manager) : Result.denied(MANAGER_EXISTS);
  }

  private static Result<Manager> found(Optional<Manager> manager) {
    return manager.map(Result::done).orElseGet(() -> Result.denied(NOT_FOUND));
  }
}
