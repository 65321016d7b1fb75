package cn.venuepass.bootstrap;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.notification.Delivery;
import cn.venuepass.domain.person.PhoneNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays the systems of others in the demo. Messages count as delivered and go nowhere. */
final class DemoCarriers {
  private static final Pattern PHONE_CODE = Pattern.compile("demo:(1[3-9][0-9]{9})");

  private DemoCarriers() {}

  static Carriers create() {
    return new Carriers(
        new DemoWeChatLogin(),
        DemoCarriers::phoneOf,
        message -> Delivery.DELIVERED,
        message -> Delivery.DELIVERED);
  }

  /** The number that a phone code of the form {@code demo:13800000000} holds. */
  private static Result<PhoneNumber> phoneOf(String code) {
    Matcher matcher = PHONE_CODE.matcher(code);
    return matcher.matches()
        ? Result.done(new PhoneNumber("+86" + matcher.group(1)))
        : Result.denied(Denial.Plain.SIGN_IN_FAILED);
  }
}
