package cn.venuepass.wechat;

import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_UNAVAILABLE;

import cn.binarywang.wx.miniapp.bean.WxMaPhoneNumberInfo;
import cn.venuepass.application.Result;
import cn.venuepass.application.person.WeChatPhone;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.person.PhoneNumber;
import java.util.Set;

/** WeChat's getuserphonenumber (手机号快速验证). */
final class WxJavaWeChatPhone implements WeChatPhone {
  /** The code is none, of another mini-program, was used, or belongs to somebody who is blocked. */
  private static final Set<Integer> FAILURES = Set.of(40013, 40029, 40163, 40226);

  private final AskWeChat weChat;

  WxJavaWeChatPhone(AskWeChat weChat) {
    this.weChat = weChat;
  }

  @Override
  public Result<PhoneNumber> phoneOf(String code) {
    if (!WxJavaWeChatLogin.isPossible(code)) {
      return Result.denied(SIGN_IN_FAILED);
    }
    return weChat
        .about("a phone code", client -> number(client.users().getPhoneNumber(code)))
        .fold(
            Result::done,
            error -> Result.denied(WxJavaWeChatLogin.denial(FAILURES, error)),
            Result.denied(SIGN_IN_UNAVAILABLE));
  }

  private static PhoneNumber number(WxMaPhoneNumberInfo info) {
    if (info == null) {
      throw new NoAnswer("an answer without phone");
    }
    try {
      return new PhoneNumber("+" + info.getCountryCode() + info.getPurePhoneNumber());
    } catch (InvalidValue e) {
      throw new NoAnswer("a phone that is none");
    }
  }
}
