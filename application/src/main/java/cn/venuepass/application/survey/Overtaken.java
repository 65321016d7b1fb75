package cn.venuepass.application.survey;

/** Somebody else stored the same at the same time: the transaction is undone and tried again. */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Overtaken() {
    super(null, null, false, false);
  }
}
