package cn.venuepass.benchmarks.load.generator;

/** What the service says about a scan. */
enum Said {
  ENTERED,
  LEFT,
  ALREADY_INSIDE,
  LEFT_WITHOUT_ENTRY,
  REFUSED,
  SOMETHING_ELSE;

  private static final Said[] ALL = values();

  private final String quoted = name() + '"';

  /** What stands there, up to its closing quotation mark. */
  static Said at(byte[] bytes, int from, int to) {
    for (Said said : ALL) {
      if (said.stands(bytes, from, to)) {
        return said;
      }
    }
    return SOMETHING_ELSE;
  }

  private boolean stands(byte[] bytes, int from, int to) {
    int length = quoted.length();
    int i = 0;
    while (i < length && from + i < to && bytes[from + i] == quoted.charAt(i)) {
      i++;
    }
    return i == length;
  }

  /** Whether it answers somebody who comes, or who leaves. */
  boolean answers(boolean leaving, boolean unsure) {
    return leaving
        ? this == LEFT || (unsure && this == LEFT_WITHOUT_ENTRY)
        : this == ENTERED || (unsure && this == ALREADY_INSIDE);
  }

  boolean isOutside() {
    return this == LEFT || this == LEFT_WITHOUT_ENTRY;
  }

  boolean isInside() {
    return this == ENTERED || this == ALREADY_INSIDE;
  }
}
