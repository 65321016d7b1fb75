package cn.venuepass.domain.coverage;

import static java.util.stream.Collectors.toMap;

import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far the places of a supervisor have come: by division, by type and by industry department.
 * Each of the three adds up to the same.
 */
public record Coverage(
    DivisionSum<Funnel> tree, List<OfType> byType, List<OfDepartment> byDepartment) {
  private static final DivisionSum.Sums<Funnel> ADDED =
      new DivisionSum.Sums<>(Funnel.NONE, Funnel::plus);

  /** The places of one type. */
  public record OfType(VenueType type, Funnel funnel) {}

  /** The places of all types that one industry department supervises. */
  public record OfDepartment(String department, Funnel funnel) {}

  /**
   * Adds up the rows.
   *
   * @param divisions all that the rows may name, in the order in which children are to stand
   * @param types the same, in the order in which they are to stand; those without places are left
   *     out
   */
  public static Coverage of(
      List<Division> divisions, List<VenueType> types, List<CoverageRow> rows) {
    Map<VenueTypeCode, Funnel> ofType =
        rows.stream().collect(toMap(CoverageRow::type, CoverageRow::funnel, Funnel::plus));
    List<OfType> byType =
        types.stream()
            .flatMap(
                type ->
                    Optional.ofNullable(ofType.get(type.code()))
                        .map(funnel -> new OfType(type, funnel))
                        .stream())
            .toList();
    Map<String, Funnel> ofDepartment =
        byType.stream()
            .collect(
                toMap(row -> row.type().department(), OfType::funnel, Funnel::plus, TreeMap::new));
    return new Coverage(
        DivisionSum.of(
            divisions,
            rows.stream().collect(toMap(CoverageRow::division, CoverageRow::funnel, Funnel::plus)),
            ADDED),
        byType,
        ofDepartment.entrySet().stream()
            .map(entry -> new OfDepartment(entry.getKey(), entry.getValue()))
            .toList());
  }
}
