package cn.venuepass.application.control;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.venue.VenueName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Controllers see the orders of their jurisdiction. Every look at a person is noted. */
public interface ViewControlOrders {

  /** The orders, sorted as the filter says. */
  Page<Listed> list(Caller.Staff controller, ControlOrderFilter filter, PageRequest request);

  /** Everything about one order, on which somebody can decide. Denied with NOT_FOUND. */
  Result<Viewed> view(Caller.Staff controller, ControlOrderId order);

  /** Who was inside when a venue was locked; for tracers too. Denied with NOT_FOUND. */
  Result<Page<Found>> listLockedIn(Caller.Staff staff, ControlOrderId order, PageRequest request);

  /**
   * An order in a list.
   *
   * @param maskedPerson the masked name of the person that it concerns
   * @param venue the name of the venue that it concerns
   * @param overdueAppeal whether an appeal against it waits for longer than it may
   */
  record Listed(
      ControlOrder order,
      Optional<String> maskedPerson,
      Optional<VenueName> venue,
      boolean overdueAppeal) {}

  /**
   * An order with what is known of it.
   *
   * @param person whom it concerns
   * @param staff the names of those who signed
   * @param lockedIn how many people were inside when the venue was locked
   */
  record Viewed(
      ControlOrder order,
      Optional<Person> person,
      Optional<VenueName> venue,
      List<ControlAppeal> appeals,
      Map<StaffId, Username> staff,
      int lockedIn) {
    @Override
    public String toString() {
      return "Viewed[" + order.id().value() + ", ***]";
    }
  }

  /**
   * Somebody who was inside.
   *
   * @param full whether the caller works on the open case of the order; others see masked names
   */
  record Found(LockedIn stay, Optional<Person> person, Optional<VenueName> venue, boolean full) {
    @Override
    public String toString() {
      return "Found[***]";
    }
  }
}
