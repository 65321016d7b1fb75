package cn.venuepass.rest.coverage;

import cn.venuepass.domain.coverage.Coverage;
import cn.venuepass.domain.coverage.DivisionSum;
import cn.venuepass.domain.coverage.Funnel;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far places have come: of a division with all below it, by type and by department. */
record CoverageResponse(
    @Nullable DivisionNameResponse division,
    @JsonUnwrapped NumbersResponse numbers,
    List<OfDivision> children,
    List<OfType> byType,
    List<OfDepartment> byDepartment) {

  static CoverageResponse of(Coverage coverage) {
    OfDivision tree = OfDivision.of(coverage.tree());
    return new CoverageResponse(
        tree.division(),
        tree.numbers(),
        tree.children(),
        coverage.byType().stream().map(OfType::of).toList(),
        coverage.byDepartment().stream().map(OfDepartment::of).toList());
  }

  record OfDivision(
      @Nullable DivisionNameResponse division,
      @JsonUnwrapped NumbersResponse numbers,
      List<OfDivision> children) {
    static OfDivision of(DivisionSum<Funnel> sum) {
      return new OfDivision(
          sum.division().map(DivisionNameResponse::of).orElse(null),
          NumbersResponse.of(sum.sum()),
          sum.children().stream().map(OfDivision::of).toList());
    }
  }

  record OfType(
      String type, String name, String department, @JsonUnwrapped NumbersResponse numbers) {
    static OfType of(Coverage.OfType row) {
      return new OfType(
          row.type().code().text(),
          row.type().name(),
          row.type().department(),
          NumbersResponse.of(row.funnel()));
    }
  }

  record OfDepartment(String department, @JsonUnwrapped NumbersResponse numbers) {
    static OfDepartment of(Coverage.OfDepartment row) {
      return new OfDepartment(row.department(), NumbersResponse.of(row.funnel()));
    }
  }
}
