package cn.venuepass.rest.cases;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.venuepass.application.cases.ContactLists.Place;
import cn.venuepass.application.cases.ViewContacts.Part;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.rest.json.Fields;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cursor of lists of contacts: a place in their order. */
final class PlaceCursor {
  private static final int MAXIMUM_LENGTH = 200;
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAXIMUM_LIMIT = 200;

  private PlaceCursor() {}

  /** The part that {@code ?limit=} and {@code ?cursor=} ask for. */
  static Part part(@Nullable String limit, @Nullable String cursor) {
    var fields = new Fields();
    var rows = fields.optional("limit", limit, Fields.numberWithin(1, MAXIMUM_LIMIT));
    var after = fields.optional("cursor", cursor, PlaceCursor::read);
    fields.verify();
    return new Part(rows.get().orElse(DEFAULT_LIMIT), after.get());
  }

  static @Nullable String text(Optional<Place> next) {
    return next.map(
            place -> place.ring() + "/" + place.risk() + "/" + place.person().value().toString())
        .map(
            text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII)))
        .orElse(null);
  }

  private static Place read(String text) {
    try {
      if (text.length() <= MAXIMUM_LENGTH) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split("/", 3);
        if (parts.length == 3) {
          return new Place(
              Integer.parseInt(parts[0]),
              Integer.parseInt(parts[1]),
              new PersonId(UUID.fromString(parts[2])));
        }
      }
      throw new InvalidValue("cursor", Rule.FORMAT);
    } catch (InvalidValue e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", Rule.FORMAT);
    }
  }
}
