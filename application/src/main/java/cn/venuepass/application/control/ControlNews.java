package cn.venuepass.application.control;

import static java.util.stream.Collectors.toSet;

import cn.venuepass.application.notification.Notifications;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.application.venue.ManagerRepository;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells those concerned that an order holds or is lifted, and what became of an appeal. */
final class ControlNews {
  private final Notifications notifications;
  private final VenueRepository venues;
  private final ManagerRepository managers;
  private final AccountRepository accounts;
  private final boolean dutyPhone;

  /**
   * Tells by those notifications.
   *
   * @param dutyPhone whether somebody on duty is to be told too
   */
  ControlNews(
      Notifications notifications,
      VenueRepository venues,
      ManagerRepository managers,
      AccountRepository accounts,
      boolean dutyPhone) {
    this.notifications = notifications;
    this.venues = venues;
    this.managers = managers;
    this.accounts = accounts;
    this.dutyPhone = dutyPhone;
  }

  /** The order holds from now on, or from now on no more. */
  void tell(ControlOrder order, boolean holds, Instant now) {
    if (order.target() instanceof ControlTarget.OfVenue of) {
      var notice =
          new Notice.VenueControlled(of.venue(), order.id().value(), holds, order.expiresAt());
      Stream<Venue> parts =
          venues.listNaming(of.venue()).stream().filter(part -> part.parent().isPresent());
      tell(Stream.concat(venues.find(of.venue()).stream(), parts).toList(), notice, now);
    } else if (order.target() instanceof ControlTarget.OfPerson of) {
      notifications.tell(
          of.person(),
          new Notice.AdmissionControlled(order.id().value(), holds, order.expiresAt()),
          now);
    }
    if (dutyPhone) {
      notifications.tellOnDuty(new Notice.ControlChanged(order.id().value(), holds), now);
    }
  }

  void tell(ControlAppeal appeal, boolean upheld, Instant now) {
    notifications.tell(
        appeal.account(), new Notice.AppealAnswered(appeal.order().value(), upheld), now);
  }

  /** Whoever answers for several of them, or in several ways, hears of it once. */
  private void tell(List<Venue> locked, Notice notice, Instant now) {
    Set<AccountId> applicants = locked.stream().map(Venue::applicant).collect(toSet());
    Set<PersonId> told = Set.copyOf(accounts.peopleOf(applicants));
    applicants.forEach(applicant -> notifications.tell(applicant, notice, now));
    locked.stream()
        .flatMap(venue -> managers.listOf(venue.id()).stream())
        .map(Manager::person)
        .distinct()
        .filter(person -> !told.contains(person))
        .forEach(person -> notifications.tell(person, notice, now));
  }
}
