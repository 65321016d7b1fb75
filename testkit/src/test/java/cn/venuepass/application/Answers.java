package cn.venuepass.application;

/** Takes results apart, and fails the test when they are of the other kind. */
public final class Answers {
  private Answers() {}

  public static <T> T done(Result<T> result) {
    return result.fold(
        value -> value,
        denial -> {
          throw new AssertionError("denied: " + denial);
        });
  }

  public static <T> Denial denied(Result<T> result) {
    return result.fold(
        value -> {
          throw new AssertionError("not denied: " + value);
        },
        denial -> denial);
  }
}
