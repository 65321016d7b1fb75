package cn.venuepass.domain.coverage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far places have come, by division and venue type at once. All cells add up to the {@link
 * Coverage} of the same places.
 *
 * @param types those that have places or venues, in their order
 * @param rows the divisions directly below the common root, or the roots where there is none; what
 *     lies in the common root itself has a row before them
 */
public record CoverageTable(List<VenueType> types, List<Row> rows) {
  private static final DivisionSum.Sums<Map<VenueTypeCode, Funnel>> ADDED =
      new DivisionSum.Sums<>(Map.of(), CoverageTable::plus);

  /** What a division has, all that lies below it added up; types without anything are left out. */
  public record Row(Division division, List<Cell> cells) {}

  /** The places of one type. */
  public record Cell(VenueType type, Funnel funnel) {}

  /**
   * Adds up the rows.
   *
   * @param divisions all that the rows may name, in the order in which they are to stand
   * @param types the same, in the order in which they are to stand
   */
  public static CoverageTable of(
      List<Division> divisions, List<VenueType> types, List<CoverageRow> rows) {
    Map<DivisionCode, Map<VenueTypeCode, Funnel>> own =
        rows.stream()
            .collect(
                groupingBy(
                    CoverageRow::division,
                    toMap(CoverageRow::type, CoverageRow::funnel, Funnel::plus)));
    DivisionSum<Map<VenueTypeCode, Funnel>> tree = DivisionSum.of(divisions, own, ADDED);
    Stream<Row> first =
        tree
            .division()
            .filter(root -> own.containsKey(root.code()) || tree.children().isEmpty())
            .map(root -> row(root, types, own.getOrDefault(root.code(), Map.of())))
            .stream();
    Stream<Row> below =
        tree.children().stream()
            .flatMap(
                child ->
                    child.division().map(division -> row(division, types, child.sum())).stream());
    return new CoverageTable(
        types.stream().filter(type -> tree.sum().containsKey(type.code())).toList(),
        Stream.concat(first, below).toList());
  }

  private static Row row(
      Division division, List<VenueType> types, Map<VenueTypeCode, Funnel> funnels) {
    return new Row(
        division,
        types.stream()
            .flatMap(
                type ->
                    Optional.ofNullable(funnels.get(type.code()))
                        .map(funnel -> new Cell(type, funnel))
                        .stream())
            .toList());
  }

  private static Map<VenueTypeCode, Funnel> plus(
      Map<VenueTypeCode, Funnel> one, Map<VenueTypeCode, Funnel> other) {
    Map<VenueTypeCode, Funnel> sum = new HashMap<>(one);
    other.forEach((type, funnel) -> sum.merge(type, funnel, Funnel::plus));
    return sum;
  }
}
