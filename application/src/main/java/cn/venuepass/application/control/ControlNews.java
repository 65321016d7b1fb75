package cn.venuepass.application.control;

import cn.venuepass.application.notification.Notifications;
import cn.venuepass.application.venue.ManagerRepository;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.Venue;
import java.time.Instant;

/** Tells those concerned that an order holds or is lifted, and what became of an appeal. */
final class ControlNews {
  private final Notifications notifications;
  private final VenueRepository venues;
  private final ManagerRepository managers;
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
      boolean dutyPhone) {
    this.notifications = notifications;
    this.venues = venues;
    this.managers = managers;
    this.dutyPhone = dutyPhone;
  }

  /** The order holds from now on, or from now on no more. */
  void tell(ControlOrder order, boolean holds, Instant now) {
    if (order.target() instanceof ControlTarget.OfVenue of) {
      var notice =
          new Notice.VenueControlled(of.venue(), order.id().value(), holds, order.expiresAt());
      venues.find(of.venue()).ifPresent(venue -> tell(venue, notice, now));
      venues.listNaming(of.venue()).stream()
          .filter(part -> part.parent().isPresent())
          .forEach(part -> tell(part, notice, now));
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

  private void tell(Venue venue, Notice notice, Instant now) {
    notifications.tell(venue.applicant(), notice, now);
    for (Manager manager : managers.listOf(venue.id())) {
      notifications.tell(manager.person(), notice, now);
    }
  }
}
