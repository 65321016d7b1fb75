package cn.venuepass.benchmarks.city;

import cn.venuepass.domain.visit.Scan.TimeSource;
import cn.venuepass.domain.visit.ScanMethod;

/**
 * How a passage came to be known.
 *
 * @param by the number of the resident whose account registered the person, or {@link #NOBODY}
 */
record Evidence(ScanMethod method, TimeSource clock, int by) {
  static final int NOBODY = -1;

  /** Whether the venue's poster was scanned. */
  boolean isOfPoster() {
    return method == ScanMethod.POSTER || method == ScanMethod.COMPANION;
  }
}
