package cn.venuepass.domain.venue;

import cn.venuepass.domain.PlainText;
import java.util.Optional;

/** A node of the tree headquarters (师市), territory (团镇、乡、街道), community (社区、连队). */
public record Division(DivisionCode code, String name, Level level, Optional<DivisionCode> parent) {
  private static final int LONGEST_NAME = 60;

  public Division {
    name = PlainText.checked("name", name, LONGEST_NAME);
  }

  /** The floors of the tree; venues belong to communities. */
  public enum Level {
    HEADQUARTERS,
    TERRITORY,
    COMMUNITY;

    /** The level directly above, of which headquarters have none. */
    public Optional<Level> above() {
      return switch (this) {
        case HEADQUARTERS -> Optional.empty();
        case TERRITORY -> Optional.of(HEADQUARTERS);
        case COMMUNITY -> Optional.of(TERRITORY);
      };
    }
  }
}
