package cn.venuepass.bootstrap;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.access.WeChatLogin;
import cn.venuepass.application.person.WeChatIdentity;

/** Plays WeChat in the demo: login codes of the form {@code demo:NAME}, one person per NAME. */
final class DemoWeChatLogin implements WeChatLogin {
  private static final String PREFIX = "demo:";
  private static final int MAXIMUM_LENGTH = 128;

  @Override
  public Result<WeChatIdentity> identify(String code) {
    boolean good =
        code.startsWith(PREFIX)
            && code.length() > PREFIX.length()
            && code.length() <= MAXIMUM_LENGTH;
    return good
        ? Result.done(new WeChatIdentity(code))
        : Result.denied(Denial.Plain.SIGN_IN_FAILED);
  }
}
