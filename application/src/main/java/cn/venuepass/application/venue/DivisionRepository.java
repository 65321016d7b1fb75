package cn.venuepass.application.venue;

import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tree of divisions. */
public interface DivisionRepository {

  /** Adds a division below one that exists, or renames it; its place in the tree stays. */
  void save(Division division);

  Optional<Division> find(DivisionCode code);

  /**
   * Those of the divisions that lie in the jurisdiction; an industry department's is everywhere.
   */
  List<Division> listWithin(Collection<DivisionCode> codes, Jurisdiction jurisdiction);

  /** Whether it is the other one or lies somewhere below it. */
  boolean isWithin(DivisionCode code, DivisionCode other);

  /**
   * Removes a division on which nothing rests: no division below, no venue, no staff.
   *
   * @return false, with nothing changed, when something does
   */
  boolean remove(DivisionCode code);

  /** The divisions directly below, or the roots, by code. */
  List<Division> childrenOf(Optional<DivisionCode> parent);

  /** The division with everything below it, or all divisions, by code. */
  List<Division> listWithin(Optional<DivisionCode> root);
}
