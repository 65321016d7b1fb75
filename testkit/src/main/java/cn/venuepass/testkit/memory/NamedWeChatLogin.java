package cn.venuepass.testkit.memory;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.access.WeChatLogin;
import cn.venuepass.application.person.WeChatIdentity;

/** Takes login codes of the form {@code demo:NAME}: the same person for the same name. */
public final class NamedWeChatLogin implements WeChatLogin {
  private static final String PREFIX = "demo:";

  @Override
  public Result<WeChatIdentity> identify(String code) {
    return code.startsWith(PREFIX) && code.length() > PREFIX.length()
        ? Result.done(new WeChatIdentity(code))
        : Result.denied(Denial.Plain.SIGN_IN_FAILED);
  }
}
