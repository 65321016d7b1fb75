package cn.venuepass.application.inspection;

import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Measure;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How many inspections there were, and what came of them.
 *
 * @param byMeasure how many led to which measure; those that led to none count too
 * @param notOk how often an item of the checklist was not as it must be
 * @param open rectifications that no supervisor has verified yet, overdue ones included
 * @param overdue those of them where it is the venue's turn and the deadline has passed
 * @param verifiedInTime rectifications that were done by their deadline, and verified
 * @param verifiedLate rectifications that were done later, and verified
 */
public record InspectionFigures(
    long inspections,
    Map<Measure, Long> byMeasure,
    Map<ChecklistItem, Long> notOk,
    long open,
    long overdue,
    long verifiedInTime,
    long verifiedLate) {
  public static final InspectionFigures NONE =
      new InspectionFigures(0, Map.of(), Map.of(), 0, 0, 0, 0);

  public InspectionFigures {
    byMeasure = Map.copyOf(byMeasure);
    notOk = Map.copyOf(notOk);
  }

  public static InspectionFigures sum(Collection<InspectionFigures> parts) {
    return parts.stream().reduce(NONE, InspectionFigures::plus);
  }

  public InspectionFigures plus(InspectionFigures other) {
    return new InspectionFigures(
        inspections + other.inspections,
        sum(byMeasure, other.byMeasure),
        sum(notOk, other.notOk),
        open + other.open,
        overdue + other.overdue,
        verifiedInTime + other.verifiedInTime,
        verifiedLate + other.verifiedLate);
  }

  private static <K> Map<K, Long> sum(Map<K, Long> one, Map<K, Long> other) {
    Map<K, Long> sum = new HashMap<>(one);
    other.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }
}
