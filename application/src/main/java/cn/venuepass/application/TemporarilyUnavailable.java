package cn.venuepass.application;

/** Something that is needed does not answer now; the same call may succeed in a moment. */
public final class TemporarilyUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TemporarilyUnavailable(String what) {
    super(what);
  }

  public TemporarilyUnavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
