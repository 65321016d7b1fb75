package cn.venuepass.rest.person;

import cn.venuepass.application.Days;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what people type about themselves and others. */
public final class PersonFields {
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final String REGION = "CN";
  private static final Pattern FORM = Pattern.compile("[0-9+() -]{3,40}");

  private PersonFields() {}

  /** A phone number as people write it, mainland ones without country code. */
  public static PhoneNumber phone(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new InvalidValue("phone", Rule.PHONE_NUMBER);
    }
    try {
      Phonenumber.PhoneNumber number = PHONES.parse(text, REGION);
      if (PHONES.isValidNumber(number)) {
        return new PhoneNumber(PHONES.format(number, PhoneNumberFormat.E164));
      }
    } catch (NumberParseException e) {
      throw new InvalidValue("phone", Rule.PHONE_NUMBER);
    }
    throw new InvalidValue("phone", Rule.PHONE_NUMBER);
  }

  /** An ID number of somebody who is born by now, China's date. */
  public static Function<String, ResidentIdNumber> idNumber(InstantSource clock) {
    return text -> ResidentIdNumber.on(Days.of(clock.instant()), text);
  }
}
