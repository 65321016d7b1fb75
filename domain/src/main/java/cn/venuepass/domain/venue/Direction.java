package cn.venuepass.domain.venue;

/** Which way a poster or a scan leads: 入 or 出. */
public enum Direction {
  IN,
  OUT
}
