package cn.venuepass.domain.coverage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * What a division has, all that lies below it added up.
 *
 * @param division absent where a department looks at trees without a common root
 */
public record DivisionSum<N>(Optional<Division> division, N sum, List<DivisionSum<N>> children) {

  /** How numbers of divisions are added up. */
  public record Sums<N>(N zero, BinaryOperator<N> plus) {}

  /**
   * Adds up a tree.
   *
   * @param divisions all of it, in the order in which children are to stand
   * @param own what each division has without those below it
   */
  public static <N> DivisionSum<N> of(
      List<Division> divisions, Map<DivisionCode, N> own, Sums<N> sums) {
    Set<DivisionCode> known = divisions.stream().map(Division::code).collect(toSet());
    Map<Optional<DivisionCode>, List<Division>> below =
        divisions.stream()
            .collect(groupingBy(division -> division.parent().filter(known::contains)));
    List<DivisionSum<N>> roots = children(Optional.empty(), below, own, sums);
    return roots.size() == 1
        ? roots.get(0)
        : new DivisionSum<>(Optional.empty(), total(sums.zero(), roots, sums), roots);
  }

  private static <N> List<DivisionSum<N>> children(
      Optional<DivisionCode> parent,
      Map<Optional<DivisionCode>, List<Division>> below,
      Map<DivisionCode, N> own,
      Sums<N> sums) {
    return below.getOrDefault(parent, List.of()).stream()
        .map(
            division -> {
              var children = children(Optional.of(division.code()), below, own, sums);
              N first = own.getOrDefault(division.code(), sums.zero());
              return new DivisionSum<>(
                  Optional.of(division), total(first, children, sums), children);
            })
        .toList();
  }

  private static <N> N total(N first, List<DivisionSum<N>> children, Sums<N> sums) {
    return children.stream().map(DivisionSum::sum).reduce(first, sums.plus());
  }
}
