package cn.venuepass.application;

import java.util.function.Supplier;

/** All or nothing over several repositories. */
public interface Transactions {

  /**
   * Runs the work so that all that it stores is stored, durably, when this returns, and nothing of
   * it if the work throws. Inside another run it joins that one.
   */
  <T> T run(Supplier<T> work);

  /**
   * Runs the work like {@link #run}; nothing of it is stored if it ends in a denial either. Not
   * inside another run, which a denial would not undo.
   */
  default <T> Result<T> attempt(Supplier<Result<T>> work) {
    try {
      return run(() -> Result.done(work.get().orElseThrow(Undone::new)));
    } catch (Undone undone) {
      return Result.denied(undone.denial);
    }
  }

  /** Carries a denial out of a transaction, which it undoes. */
  final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Denial denial;

    private Undone(Denial denial) {
      super(null, null, false, false);
      this.denial = denial;
    }
  }
}
