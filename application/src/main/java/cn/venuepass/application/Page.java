package cn.venuepass.application;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A part of a list, and where it goes on. */
public record Page<T>(List<T> items, Optional<Cursor> next) {

  /**
   * The page of which the store read one item more than was asked for, to know whether there is a
   * next one.
   */
  public static <T> Page<T> of(List<T> read, PageRequest request, Function<T, Cursor> cursor) {
    if (read.size() <= request.limit()) {
      return new Page<>(List.copyOf(read), Optional.empty());
    }
    List<T> items = List.copyOf(read.subList(0, request.limit()));
    return new Page<>(items, Optional.of(cursor.apply(items.get(items.size() - 1))));
  }

  public <R> Page<R> map(Function<T, R> mapping) {
    return new Page<>(items.stream().map(mapping).toList(), next);
  }
}
