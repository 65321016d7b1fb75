package cn.venuepass.rest.json;

import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what lists are narrowed by. */
public final class Narrow {
  private Narrow() {}

  /** What {@code ?division=} and {@code ?type=} ask for. */
  public static Narrowing to(@Nullable String division, @Nullable String type) {
    var fields = new Fields();
    var code = fields.optional("division", division, DivisionCode::new);
    var kind = fields.optional("type", type, VenueTypeCode::new);
    fields.verify();
    return new Narrowing(code.get(), kind.get());
  }

  /** The number that {@code ?days=} asks for. */
  public static Optional<Integer> days(@Nullable String text) {
    var fields = new Fields();
    var days = fields.optional("days", text, Narrow::number);
    fields.verify();
    return days.get();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InvalidValue("days", Rule.FORMAT);
    }
  }
}
