package cn.venuepass.domain.inspection;

/** What a supervisor looks at in a venue (notice, parts one and three). */
public enum ChecklistItem {
  /** 场所码已张贴: the codes hang where people go in and out. */
  CODE_POSTED,
  /** 位置醒目: they are easily seen and scanned, not covered or damaged. */
  CODE_VISIBLE,
  /** 督促扫码: somebody urges those who come to scan. */
  SCANS_URGED,
  /** 无手机人员通道: who has no phone is registered all the same. */
  NO_PHONE_PATH,
  /** 拒不登记处置: who refuses to register is not let in, and it is noted. */
  REFUSALS_HANDLED
}
