package cn.venuepass.bootstrap.faults;

import cn.venuepass.domain.venue.Direction;
import java.util.Map;

/** A scan that somebody sends until it is answered. */
record Scan(Walker person, Door door, Direction direction, String id) {
  Map<String, String> body() {
    return Map.of("scanId", id, "code", door.poster(direction));
  }

  /** Somebody who goes in and out. */
  record Walker(String account, String token) {
    @Override
    public String toString() {
      return "Walker[" + account + "]";
    }
  }

  /** The two posters of a venue. */
  record Door(String venue, String in, String out) {
    String poster(Direction direction) {
      return direction == Direction.IN ? in : out;
    }
  }
}
