package cn.venuepass.domain.visit;

/** How a passage came to be known. */
public enum ScanMethod {
  /** The person scanned a poster. */
  POSTER,
  /** A manager typed the person's ID number (手工登记). */
  ID_NUMBER
}
