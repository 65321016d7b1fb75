package cn.venuepass.application.control;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlAppealId;
import cn.venuepass.domain.control.ControlOrderId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Appeals against control orders; each lies where its order does. */
public interface ControlAppealRepository {

  /**
   * Adds an open appeal.
   *
   * @return false, with nothing changed, when another appeal against the order is open, also of
   *     concurrent calls
   */
  boolean add(ControlAppeal appeal);

  Optional<ControlAppeal> find(ControlAppealId appeal);

  /** The appeal, if its order's division lies in the jurisdiction. */
  Optional<ControlAppeal> findWithin(ControlAppealId appeal, Jurisdiction jurisdiction);

  /** The appeals of a jurisdiction in that state, the oldest, which is due first, first. */
  Page<ControlAppeal> listWithin(
      Jurisdiction jurisdiction, ControlAppeal.Status status, PageRequest request);

  /** All appeals against these orders, the oldest first. */
  List<ControlAppeal> listOf(Collection<ControlOrderId> orders);

  /**
   * Decides an appeal for good; of concurrent decisions one is.
   *
   * @return false, with nothing changed, when it is decided already
   */
  boolean decide(ControlAppealId appeal, ControlAppeal.Decision decision);
}
