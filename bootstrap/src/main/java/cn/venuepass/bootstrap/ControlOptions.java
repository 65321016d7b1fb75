package cn.venuepass.bootstrap;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.rest.problem.HelpPhone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about control orders: whom people call, and who is called. */
final class ControlOptions {
  @Option(
      names = "--help-phone",
      paramLabel = "NUMBER",
      defaultValue = "12345",
      description =
          "whom people call who are kept out by a control order (default: ${DEFAULT-VALUE})")
  String helpPhone = HelpPhone.PUBLIC_SERVICE.number();

  @Option(
      names = "--duty-phone",
      paramLabel = "NUMBER",
      description = "a mobile phone that a text message tells of every control order; none without")
  private @Nullable String dutyPhone;

  HelpPhone helpPhone() {
    return new HelpPhone(helpPhone);
  }

  Optional<PhoneNumber> dutyPhone() {
    return Optional.ofNullable(dutyPhone)
        .filter(text -> !text.isBlank())
        .map(ControlOptions::phone);
  }

  private static PhoneNumber phone(String text) {
    return new PhoneNumber(text.startsWith("+") ? text : "+86" + text);
  }

  /** Everything that is wrong with the values. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    try {
      HelpPhone unused = helpPhone();
    } catch (InvalidValue e) {
      faults.add("--help-phone: must have 3 to 20 digits, spaces, + and -");
    }
    try {
      Optional<PhoneNumber> unused = dutyPhone();
    } catch (InvalidValue e) {
      faults.add("--duty-phone: must be a phone number");
    }
    return faults;
  }
}
