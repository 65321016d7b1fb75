package cn.venuepass.domain.inspection;

/** What follows from an inspection (督导措施). */
public enum Measure {
  NONE,
  /** 批评教育: said on the spot, and done with. */
  CRITICISM,
  /** 责令改正: to be put right until a deadline. */
  RECTIFICATION
}
