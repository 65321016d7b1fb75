package cn.venuepass.persistence;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.domain.InvalidValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/**
 * What callers learn when a store fails: that a database which was lost, or is too busy, may answer
 * in a moment; and that a stored value which breaks its rule is the store's fault, not theirs.
 */
public final class StoreFaults {
  /**
   * Connection lost, resources short (a disk full too), disk failing, transaction given up,
   * shutting down, lock timeout; after PostgreSQL and H2.
   */
  private static final Pattern PASSING =
      Pattern.compile("08...|25P03|53...|55P03|57P0[1-35]|58030|90067|90098|90121");

  private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "90131", "HYT00");

  private StoreFaults() {}

  /** The port, with its failures translated. */
  static <T> T translated(Class<T> port, T adapter) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(adapter, arguments);
                return result instanceof CompletionStage<?> later ? translated(later) : result;
              } catch (InvocationTargetException e) {
                throw translated(requireNonNull(e.getCause()));
              }
            }));
  }

  private static <T> CompletionStage<T> translated(CompletionStage<T> later) {
    return later.exceptionallyCompose(
        failure ->
            CompletableFuture.failedFuture(
                translated(
                    failure instanceof CompletionException completed
                        ? requireNonNull(completed.getCause())
                        : failure)));
  }

  /** Whether other transactions were in the way, and the same one may succeed at once. */
  public static boolean mayBeTriedAgain(Throwable failure) {
    return TRY_AGAIN.contains(sqlState(failure));
  }

  /** Whether the database itself does not answer now: the next transaction would fare no better. */
  public static boolean isPassing(Throwable failure) {
    return failure instanceof TemporarilyUnavailable
        || PASSING.matcher(sqlState(failure)).matches();
  }

  /** The SQLSTATE behind a failure, or an empty text. */
  public static String sqlState(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return requireNonNullElse(sql.getSQLState(), "");
      }
    }
    return "";
  }

  private static Throwable translated(Throwable failure) {
    if (failure instanceof TemporarilyUnavailable) {
      return failure;
    }
    if (failure instanceof InvalidValue value) {
      return new IllegalStateException("a stored value breaks its rule: " + value.getMessage());
    }
    String state = sqlState(failure);
    return isPassing(failure) || TRY_AGAIN.contains(state)
        ? new TemporarilyUnavailable("the database does not answer, SQLSTATE " + state, failure)
        : failure;
  }
}
