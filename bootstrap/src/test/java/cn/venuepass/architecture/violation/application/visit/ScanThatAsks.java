package cn.venuepass.architecture.violation.application.visit;

import cn.venuepass.architecture.violation.application.WeChatLogin;

/** Breaks: no call to another system on the way of a scan, however far from it. */
public record ScanThatAsks(Detour detour) {
  /** What stands between. */
  public record Detour(WeChatLogin login) {}
}
