package cn.venuepass.rest.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list; {@code next} goes into {@code ?cursor=} to read on. */
public record PageResponse<T>(List<T> items, @Nullable String next) {
  private static final int MAXIMUM_CURSOR = 200;

  public static <S, T> PageResponse<T> of(Page<S> page, Function<S, T> item) {
    return new PageResponse<>(page.items().stream().map(item).toList(), next(page).orElse(null));
  }

  public static Optional<String> next(Page<?> page) {
    return text(page.next());
  }

  /** A place in a list, as {@code next} tells it. */
  public static Optional<String> text(Optional<Cursor> next) {
    return next.map(PageResponse::text);
  }

  /** The page that {@code ?limit=} and {@code ?cursor=} ask for. */
  public static PageRequest request(@Nullable String limit, @Nullable String cursor) {
    var fields = new Fields();
    var rows = fields.optional("limit", limit, PageResponse::number);
    var after = fields.optional("cursor", cursor, PageResponse::cursor);
    fields.verify();
    return new PageRequest(rows.get().orElse(PageRequest.DEFAULT_LIMIT), after.get());
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InvalidValue("limit", Rule.FORMAT);
    }
  }

  private static String text(Cursor cursor) {
    byte[] bytes = (cursor.at() + "/" + cursor.id()).getBytes(US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Cursor cursor(String text) {
    try {
      if (text.length() <= MAXIMUM_CURSOR) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split("/", 2);
        if (parts.length == 2) {
          return new Cursor(Times.read(parts[0]), UUID.fromString(parts[1]));
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
