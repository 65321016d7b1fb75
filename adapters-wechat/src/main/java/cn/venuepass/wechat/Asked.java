package cn.venuepass.wechat;

import java.util.function.Function;
import java.util.function.IntFunction;

/** What came of asking WeChat. */
sealed interface Asked<T> {
  /** WeChat gave what was asked for. */
  record Answered<T>(T value) implements Asked<T> {}

  /** WeChat gave an error code of its documentation. */
  record Refused<T>(int code) implements Asked<T> {}

  /** No answer in time, or none that can be used. */
  record Silent<T>() implements Asked<T> {}

  default <R> R fold(Function<T, R> answered, IntFunction<R> refused, R silent) {
    if (this instanceof Answered<T> answer) {
      return answered.apply(answer.value());
    }
    return this instanceof Refused<T> refusal ? refused.apply(refusal.code()) : silent;
  }
}
