package cn.venuepass.application.control;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.venue.VenueLocks;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;

/**
 * Control orders. An approved one holds for every scan that the visit ledger begins to decide after
 * it is stored, on every node.
 */
public interface ControlOrderRepository extends VenueLocks {

  void add(ControlOrder order);

  /**
   * Stores the next version of an order.
   *
   * @return false, with nothing changed, unless the stored revision is the one before
   */
  boolean replace(ControlOrder next);

  /** The order, whoever asks. */
  Optional<ControlOrder> find(ControlOrderId order);

  /** The order, if its division lies in the jurisdiction; industry departments have none. */
  Optional<ControlOrder> findWithin(ControlOrderId order, Jurisdiction jurisdiction);

  /** The orders whose division lies in the jurisdiction, sorted as the filter says. */
  Page<ControlOrder> listWithin(
      Jurisdiction jurisdiction, ControlOrderFilter filter, Instant now, PageRequest request);

  /**
   * The orders that were approved on the person, on whom the account looks after unless they ended
   * before, and on the venues that the account applied for or the person manages, or on their
   * parents; the latest proposal first.
   */
  Page<ControlOrder> listConcerning(
      AccountId account, Optional<PersonId> person, PageRequest request);

  /** One of {@link #listConcerning}. */
  Optional<ControlOrder> findConcerning(
      ControlOrderId order, AccountId account, Optional<PersonId> person);

  /**
   * Keeps who is inside a venue and its sub-venues at that moment.
   *
   * @return how many they are
   */
  int keepLockedIn(ControlOrderId order, VenueId venue, Instant now);

  /** Who was kept with the order, whoever is inside for the shortest time first. */
  Page<LockedIn> listLockedIn(ControlOrderId order, PageRequest request);

  /** How many people were kept with the order. */
  int countLockedIn(ControlOrderId order);
}
