package cn.venuepass.application.venue;

import cn.venuepass.domain.access.Jurisdiction;

/** How far jurisdictions reach, compared to one another. */
public final class Jurisdictions {
  private final DivisionRepository divisions;

  public Jurisdictions(DivisionRepository divisions) {
    this.divisions = divisions;
  }

  /** Whether everything that the other answers for is answered for by this one too. */
  public boolean covers(Jurisdiction one, Jurisdiction other) {
    return one instanceof Jurisdiction.OfDivision own
        && (other instanceof Jurisdiction.OfDivision division
            ? divisions.isWithin(division.division(), own.division())
            : isRoot(own));
  }

  /** Whether it is a whole tree of divisions: only then it speaks for what concerns all of it. */
  public boolean isWhole(Jurisdiction jurisdiction) {
    return jurisdiction instanceof Jurisdiction.OfDivision own && isRoot(own);
  }

  private boolean isRoot(Jurisdiction.OfDivision own) {
    return divisions.find(own.division()).filter(root -> root.parent().isEmpty()).isPresent();
  }
}
