package cn.venuepass.rest.coverage;

import cn.venuepass.domain.coverage.CoverageTable;
import cn.venuepass.domain.venue.VenueType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** Coverage by division and venue type at once. */
record CoverageTableResponse(List<TypeResponse> types, List<RowResponse> rows) {

  static CoverageTableResponse of(CoverageTable table) {
    return new CoverageTableResponse(
        table.types().stream().map(TypeResponse::of).toList(),
        table.rows().stream().map(RowResponse::of).toList());
  }

  record TypeResponse(String code, String name) {
    static TypeResponse of(VenueType type) {
      return new TypeResponse(type.code().text(), type.name());
    }
  }

  record RowResponse(DivisionNameResponse division, List<CellResponse> cells) {
    static RowResponse of(CoverageTable.Row row) {
      return new RowResponse(
          DivisionNameResponse.of(row.division()),
          row.cells().stream().map(CellResponse::of).toList());
    }
  }

  record CellResponse(String type, @JsonUnwrapped NumbersResponse numbers) {
    static CellResponse of(CoverageTable.Cell cell) {
      return new CellResponse(cell.type().code().text(), NumbersResponse.of(cell.funnel()));
    }
  }
}
