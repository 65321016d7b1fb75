package cn.venuepass.domain.inspection;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.PlainText;
import cn.venuepass.domain.access.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be inspected until a day: drawn at random or chosen.
 *
 * @param name at most 60 characters
 * @param drawn how it was drawn, if it was
 */
public record InspectionPlan(
    InspectionPlanId id,
    String name,
    StaffId madeBy,
    Instant madeAt,
    Instant dueAt,
    Optional<Drawn> drawn,
    List<Item> items) {
  /** How many premises one plan has at most. */
  public static final int MOST_ITEMS = 500;

  private static final int LONGEST_NAME = 60;

  public InspectionPlan {
    name = PlainText.checked("name", name, LONGEST_NAME);
    if (!dueAt.isAfter(madeAt) || dueAt.isAfter(madeAt.plus(MeasureOrder.LONGEST))) {
      throw new InvalidValue("dueAt", Rule.OUT_OF_RANGE);
    }
    items = List.copyOf(items);
  }

  /**
   * How a plan was drawn.
   *
   * @param wanted how many were asked for
   * @param notInspectedFor premises inspected within so many days before were left out; 0: none
   * @param candidates how many were left to draw from
   * @param fingerprint which they were: {@link Draw#fingerprint}
   */
  public record Drawn(
      Draw draw, int wanted, int notInspectedFor, int candidates, String fingerprint) {}

  /** Premises to inspect, and the inspection that did it. */
  public record Item(Premises premises, Optional<Done> done) {
    public static Item open(Premises premises) {
      return new Item(premises, Optional.empty());
    }
  }

  /** The inspection by which an item is done. */
  public record Done(InspectionId inspection, Instant at) {}
}
