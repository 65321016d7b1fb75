package cn.venuepass.domain.coverage;

import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who has to close a gap. */
public sealed interface Owner {

  record OfDivision(Division division) implements Owner {}

  record OfDepartment(String name) implements Owner {}

  /** How high a task stands. */
  enum Level {
    DEPARTMENT,
    COMMUNITY,
    TERRITORY,
    HEADQUARTERS
  }

  default Level level() {
    if (this instanceof OfDivision own) {
      return switch (own.division().level()) {
        case COMMUNITY -> Level.COMMUNITY;
        case TERRITORY -> Level.TERRITORY;
        case HEADQUARTERS -> Level.HEADQUARTERS;
      };
    }
    return Level.DEPARTMENT;
  }

  /** Who comes first, and who next, in a tree of divisions. */
  record Ladder(Map<DivisionCode, Division> divisions) {
    public static Ladder of(List<Division> divisions) {
      return new Ladder(
          divisions.stream().collect(Collectors.toMap(Division::code, Function.identity())));
    }

    /** Who has to close what was found lacking; nobody where the tree does not know the place. */
    public Optional<Owner> first(Lack lack) {
      return switch (lack.gap().responsible()) {
        case TERRITORY -> find(lack.community()).map(OfDivision::new);
        case DEPARTMENT -> Optional.of(new OfDepartment(lack.department()));
      };
    }

    /** Who is above: the next division, and headquarters for a department; nobody at the top. */
    public Optional<Owner> above(Owner owner, DivisionCode community) {
      Optional<Division> above =
          owner instanceof OfDivision own
              ? parentOf(own.division().code())
              : find(community).map(this::top);
      return above.map(OfDivision::new);
    }

    private Division top(Division division) {
      return parentOf(division.code()).map(this::top).orElse(division);
    }

    private Optional<Division> parentOf(DivisionCode code) {
      return find(code).flatMap(Division::parent).flatMap(this::find);
    }

    private Optional<Division> find(DivisionCode code) {
      return Optional.ofNullable(divisions.get(code));
    }
  }
}
