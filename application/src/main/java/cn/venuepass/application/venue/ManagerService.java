package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.MANAGER_EXISTS;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.application.notification.Notifications;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.notification.Notice;
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
  private final Lookups lookups;
  private final AuditTrail audit;
  private final Notifications notifications;
  private final Creations creations;
  private final Transactions transactions;
  private final Duration activationDelay;
  private final InstantSource clock;

  ManagerService(
      VenueRights rights,
      ManagerRepository managers,
      PersonRepository people,
      Lookups lookups,
      AuditTrail audit,
      Notifications notifications,
      Creations creations,
      Transactions transactions,
      Duration activationDelay,
      InstantSource clock) {
    this.rights = rights;
    this.managers = managers;
    this.people = people;
    this.lookups = lookups;
    this.audit = audit;
    this.notifications = notifications;
    this.creations = creations;
    this.transactions = transactions;
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
                lookups
                    .limited(applicant.account(), Limited.ID_NUMBER_TYPED, 1)
                    .map(allowed -> approved))
        .flatMap(
            own -> {
              Person person = people.findOrAdd(idNumber, Optional.of(name));
              lookups.note(
                  Actor.applicant(applicant.account()),
                  person.id(),
                  AuditPurpose.MANAGER,
                  Optional.of(own));
              return creations.once(
                  key,
                  id -> appoint(new ManagerId(id), venue, person, name),
                  id -> Result.of(managers.find(venue, new ManagerId(id)), NOT_FOUND));
            });
  }

  @Override
  public Result<List<Manager>> list(Caller.Resident applicant, VenueId venue) {
    return rights
        .asApplicant(applicant, venue)
        .map(
            own -> {
              List<Manager> shown = managers.listOf(venue);
              audit.noteLook(
                  Actor.applicant(applicant.account()),
                  Deed.of(AuditAction.MANAGERS_VIEWED, AuditPurpose.MANAGER)
                      .at(own)
                      .about(shown.stream().map(Manager::person).toList()));
              return shown;
            });
  }

  @Override
  public Result<ManagerId> remove(Caller.Resident applicant, VenueId venue, ManagerId manager) {
    return rights
        .asApplicant(applicant, venue)
        .flatMap(own -> transactions.attempt(() -> dismiss(venue, manager)));
  }

  private Result<ManagerId> dismiss(VenueId venue, ManagerId manager) {
    if (!managers.remove(venue, manager)) {
      return Result.denied(NOT_FOUND);
    }
    notifications.withdraw(manager.value(), clock.instant());
    return Result.done(manager);
  }

  private Result<Manager> appoint(ManagerId id, VenueId venue, Person person, PersonName name) {
    Instant now = clock.instant();
    var manager =
        new Manager(
            id,
            venue,
            person.id(),
            name,
            person.idNumber().masked(),
            now,
            now.plus(activationDelay));
    if (!managers.add(manager)) {
      return Result.denied(MANAGER_EXISTS);
    }
    var notice = new Notice.ManagerActivated(venue, id);
    notifications.tell(person.id(), notice, manager.activeFrom());
    return Result.done(manager);
  }
}
