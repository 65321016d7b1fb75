package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Cuts pages out of lists that are ordered by time and id. */
final class Paging {
  private static final Comparator<Cursor> ORDER =
      Comparator.comparing(Cursor::at).thenComparing(cursor -> cursor.id().toString());

  private Paging() {}

  static <T> Page<T> oldestFirst(Stream<T> items, PageRequest request, Function<T, Cursor> cursor) {
    return page(items, request, cursor, ORDER);
  }

  static <T> Page<T> newestFirst(Stream<T> items, PageRequest request, Function<T, Cursor> cursor) {
    return page(items, request, cursor, ORDER.reversed());
  }

  private static <T> Page<T> page(
      Stream<T> items, PageRequest request, Function<T, Cursor> cursor, Comparator<Cursor> order) {
    List<T> read =
        items
            .filter(
                item ->
                    request
                        .after()
                        .map(after -> order.compare(cursor.apply(item), after) > 0)
                        .orElse(true))
            .sorted(Comparator.comparing(cursor, order))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(read, request, cursor);
  }
}
