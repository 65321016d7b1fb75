package cn.venuepass.domain.venue;

import java.util.Optional;

/** A node of the tree headquarters (师市), territory (团镇、乡、街道), community (社区、连队). */
public record Division(DivisionCode code, String name, Level level, Optional<DivisionCode> parent) {
  /** The floors of the tree; venues belong to communities. */
  public enum Level {
    HEADQUARTERS,
    TERRITORY,
    COMMUNITY
  }
}
