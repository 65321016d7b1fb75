package cn.venuepass.application.control;

import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.person.PersonId;
import java.util.Collection;
import java.util.List;

/** Notes what controllers do with orders, under the id of the order. */
final class ControlDeeds {
  private final AuditTrail audit;
  private final VenueRepository venues;

  ControlDeeds(AuditTrail audit, VenueRepository venues) {
    this.audit = audit;
    this.venues = venues;
  }

  void note(Caller.Staff controller, AuditAction action, ControlOrder order) {
    audit.note(Actor.staff(controller, Role.CONTROLLER), deed(action, order));
  }

  /** A look at the person whom an order concerns; one at a venue's order shows nobody. */
  void noteLook(Caller.Staff controller, ControlOrder order) {
    audit.noteLook(
        Actor.staff(controller, Role.CONTROLLER), deed(AuditAction.CONTROL_ORDER_VIEWED, order));
  }

  /** A look at the people whom some orders concern. */
  void noteLook(Caller.Staff controller, List<ControlOrder> orders) {
    audit.noteLook(
        Actor.staff(controller, Role.CONTROLLER),
        Deed.of(AuditAction.CONTROL_ORDER_VIEWED, AuditPurpose.CONTROL)
            .about(orders.stream().flatMap(order -> concerned(order).stream()).toList()));
  }

  /** A look at people who were inside a locked venue. */
  void noteLook(Caller.Staff staff, ControlOrder order, Collection<PersonId> people) {
    audit.noteLook(
        Actor.staff(staff, staff.roles().contains(Role.CONTROLLER) ? Role.CONTROLLER : Role.TRACER),
        deed(AuditAction.PEOPLE_LOCKED_IN_VIEWED, order).about(people));
  }

  /** What people appealed for was read. */
  void noteAppealsViewed(Caller.Staff controller) {
    audit.note(
        Actor.staff(controller, Role.CONTROLLER),
        Deed.of(AuditAction.CONTROL_APPEALS_VIEWED, AuditPurpose.CONTROL));
  }

  private Deed deed(AuditAction action, ControlOrder order) {
    Deed deed =
        Deed.of(action, AuditPurpose.CONTROL)
            .about(concerned(order))
            .within(order.division())
            .under(order.id().value().toString());
    return order.target() instanceof ControlTarget.OfVenue of
        ? venues.find(of.venue()).map(deed::at).orElse(deed)
        : deed;
  }

  private static List<PersonId> concerned(ControlOrder order) {
    return order.target() instanceof ControlTarget.OfPerson of ? List.of(of.person()) : List.of();
  }
}
