package cn.venuepass.application;

/** The store does not answer now; the same call may succeed in a moment. */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(Throwable cause) {
    super("the store does not answer", cause);
  }
}
