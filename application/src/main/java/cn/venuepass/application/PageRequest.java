package cn.venuepass.application;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.Optional;

/**
 * The part of a list that is asked for.
 *
 * @param limit how many items at most, 1 to 200
 */
public record PageRequest(int limit, Optional<Cursor> after) {
  public static final int DEFAULT_LIMIT = 50;
  private static final int MAXIMUM_LIMIT = 200;

  public PageRequest {
    if (limit < 1 || limit > MAXIMUM_LIMIT) {
      throw new InvalidValue("limit", Rule.OUT_OF_RANGE);
    }
  }

  public static PageRequest first(int limit) {
    return new PageRequest(limit, Optional.empty());
  }
}
