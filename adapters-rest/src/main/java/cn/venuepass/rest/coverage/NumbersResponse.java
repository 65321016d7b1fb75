package cn.venuepass.rest.coverage;

import cn.venuepass.domain.coverage.Funnel;

/** How many places have come how far. */
public record NumbersResponse(
    long surveyed,
    long applied,
    long approved,
    long posted,
    long scannedLast7Days,
    long silent,
    long unsurveyed) {
  public static NumbersResponse of(Funnel funnel) {
    return new NumbersResponse(
        funnel.surveyed(),
        funnel.applied(),
        funnel.approved(),
        funnel.posted(),
        funnel.scanned(),
        funnel.silent(),
        funnel.unsurveyed());
  }
}
