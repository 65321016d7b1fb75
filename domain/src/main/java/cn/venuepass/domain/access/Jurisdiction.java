package cn.venuepass.domain.access;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.Set;

/** What a staff account answers for. */
public sealed interface Jurisdiction {

  /** A territory's command post or a community: the division with everything below it. */
  record OfDivision(DivisionCode division) implements Jurisdiction {}

  /**
   * An industry department (notice, part three): the venues of its types, wherever they lie.
   *
   * @param types one to {@link #MOST_TYPES}
   */
  record OfVenueTypes(Set<VenueTypeCode> types) implements Jurisdiction {
    public OfVenueTypes {
      types = Set.copyOf(types);
      if (types.isEmpty()) {
        throw new InvalidValue("venueTypes", Rule.REQUIRED);
      }
      if (types.size() > MOST_TYPES) {
        throw new InvalidValue("venueTypes", Rule.TOO_MANY);
      }
    }
  }

  /** How many venue types one account supervises at most. */
  int MOST_TYPES = 50;

  static Jurisdiction of(DivisionCode division) {
    return new OfDivision(division);
  }
}
