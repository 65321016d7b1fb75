package cn.venuepass.application;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a use case answers: the thing asked for, or why it is denied. A malformed value is an {@link
 * cn.venuepass.domain.InvalidValue} instead, and a broken world an exception that nobody catches
 * here.
 */
public sealed interface Result<T> {
  record Done<T>(T value) implements Result<T> {}

  record Denied<T>(Denial denial) implements Result<T> {}

  static <T> Result<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Result<T> denied(Denial denial) {
    return new Denied<>(denial);
  }

  /** What is there, or why nothing is. */
  static <T> Result<T> of(Optional<T> value, Denial absent) {
    return value.map(Result::done).orElseGet(() -> denied(absent));
  }

  default <R> Result<R> map(Function<T, R> mapping) {
    return flatMap(value -> done(mapping.apply(value)));
  }

  default <R> Result<R> flatMap(Function<T, Result<R>> mapping) {
    return fold(mapping, Result::denied);
  }

  default <R> R fold(Function<T, R> done, Function<Denial, R> denied) {
    if (this instanceof Done<T> result) {
      return done.apply(result.value());
    }
    return denied.apply(((Denied<T>) this).denial());
  }

  /** The value, or the exception that the denial becomes. */
  default <X extends RuntimeException> T orElseThrow(Function<Denial, X> exception) {
    return fold(
        value -> value,
        denial -> {
          throw exception.apply(denial);
        });
  }
}
