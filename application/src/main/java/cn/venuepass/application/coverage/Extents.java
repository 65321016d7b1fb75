package cn.venuepass.application.coverage;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.venue.DivisionRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.List;
import java.util.Optional;

/** How far a jurisdiction reaches, and which divisions lie there. */
final class Extents {
  private final DivisionRepository divisions;

  Extents(DivisionRepository divisions) {
    this.divisions = divisions;
  }

  /** What fits the filter; NOT_FOUND for a division that is unknown or out of reach. */
  Result<Extent> within(Jurisdiction jurisdiction, CoverageFilter filter) {
    return Result.of(
        Optional.of(new Extent(Optional.of(jurisdiction), filter))
            .filter(
                extent -> filter.division().map(code -> reaches(jurisdiction, code)).orElse(true)),
        Denial.Plain.NOT_FOUND);
  }

  /** The divisions that an extent is looked at by. */
  List<Division> divisionsOf(Extent extent) {
    return divisions.listWithin(
        extent.filter().division().or(() -> extent.jurisdiction().flatMap(Extents::root)));
  }

  private boolean reaches(Jurisdiction jurisdiction, DivisionCode division) {
    return root(jurisdiction)
        .map(own -> divisions.isWithin(division, own))
        .orElseGet(() -> divisions.find(division).isPresent());
  }

  private static Optional<DivisionCode> root(Jurisdiction jurisdiction) {
    return jurisdiction instanceof Jurisdiction.OfDivision own
        ? Optional.of(own.division())
        : Optional.empty();
  }
}
