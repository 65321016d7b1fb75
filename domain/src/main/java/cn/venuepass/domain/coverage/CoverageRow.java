package cn.venuepass.domain.coverage;

import static java.util.stream.Collectors.toMap;

import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.LinkedHashMap;
import java.util.List;

/** The places of one type in one division, without those below it. */
public record CoverageRow(DivisionCode division, VenueTypeCode type, Funnel funnel) {
  private record Cell(DivisionCode division, VenueTypeCode type) {}

  /** The same numbers, one row for each division and type. */
  public static List<CoverageRow> addedUp(List<CoverageRow> rows) {
    return rows.stream()
        .collect(
            toMap(
                row -> new Cell(row.division, row.type),
                CoverageRow::funnel,
                Funnel::plus,
                LinkedHashMap::new))
        .entrySet()
        .stream()
        .map(
            entry ->
                new CoverageRow(entry.getKey().division(), entry.getKey().type(), entry.getValue()))
        .toList();
  }
}
