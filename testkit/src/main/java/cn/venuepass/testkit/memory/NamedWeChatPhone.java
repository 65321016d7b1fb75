package cn.venuepass.testkit.memory;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.person.WeChatPhone;
import cn.venuepass.domain.person.PhoneNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes phone codes of the form {@code demo:13800000000}, which hold a mainland number. */
public final class NamedWeChatPhone implements WeChatPhone {
  private static final Pattern CODE = Pattern.compile("demo:(1[3-9][0-9]{9})");

  @Override
  public Result<PhoneNumber> phoneOf(String code) {
    Matcher matcher = CODE.matcher(code);
    return matcher.matches()
        ? Result.done(new PhoneNumber("+86" + matcher.group(1)))
        : Result.denied(Denial.Plain.SIGN_IN_FAILED);
  }
}
