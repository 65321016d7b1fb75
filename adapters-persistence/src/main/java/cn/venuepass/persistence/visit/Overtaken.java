package cn.venuepass.persistence.visit;

/** Another transaction changed the same rows first: nothing of this one is stored. */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Overtaken() {
    super(null, null, false, false);
  }

  static void unless(boolean won) {
    if (!won) {
      throw new Overtaken();
    }
  }
}
