package cn.venuepass.domain.visit;

/** How a passage came to be known. */
public enum ScanMethod {
  /** The person scanned a poster. */
  POSTER,
  /** A manager typed the person's ID number (手工登记). */
  ID_NUMBER,
  /** A manager scanned the pass code on a screen (扫通行码登记). */
  PASS_CODE,
  /** A manager scanned the person's paper pass. */
  PAPER_PASS,
  /** Somebody who looks after the person scanned a poster for both. */
  COMPANION,
  /** A manager saw that the person had gone. */
  MARKED_LEFT;

  /** Whether it serves people who have no phone at hand, their own or their family's. */
  public boolean needsNoPhone() {
    return this == ID_NUMBER || this == PAPER_PASS;
  }

  /** Whether a manager registers the person. */
  public boolean isByManager() {
    return needsNoPhone() || this == PASS_CODE;
  }
}
