package cn.venuepass.wechat;

import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_UNAVAILABLE;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.access.WeChatLogin;
import cn.venuepass.application.person.WeChatIdentity;
import java.util.Set;

/** WeChat's code2session (小程序登录). The session key that comes with it is dropped. */
final class WxJavaWeChatLogin implements WeChatLogin {
  private static final int LONGEST_CODE = 512;

  /** The code is none, was used, or belongs to somebody whom WeChat blocks for high risk. */
  private static final Set<Integer> FAILURES = Set.of(40029, 40163, 40226);

  private final AskWeChat weChat;

  WxJavaWeChatLogin(AskWeChat weChat) {
    this.weChat = weChat;
  }

  @Override
  public Result<WeChatIdentity> identify(String code) {
    if (!isPossible(code)) {
      return Result.denied(SIGN_IN_FAILED);
    }
    return weChat
        .about("a login code", client -> openId(client.session(code).getOpenid()))
        .fold(
            openId -> Result.done(new WeChatIdentity(openId)),
            error -> Result.denied(denial(FAILURES, error)),
            Result.denied(SIGN_IN_UNAVAILABLE));
  }

  /** Whether it is worth asking about a code. */
  static boolean isPossible(String code) {
    return !code.isBlank() && code.length() <= LONGEST_CODE;
  }

  static Denial denial(Set<Integer> failures, int error) {
    return failures.contains(error) ? SIGN_IN_FAILED : SIGN_IN_UNAVAILABLE;
  }

  private static String openId(String answered) {
    if (answered == null || answered.isBlank()) {
      throw new NoAnswer("an answer without open id");
    }
    return answered;
  }
}
