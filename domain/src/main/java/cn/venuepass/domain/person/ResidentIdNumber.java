package cn.venuepass.domain.person;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A resident ID number of 18 characters (GB 11643-1999): region code, date of birth, sequence, and
 * a check character after ISO 7064 MOD 11-2. The region is checked by its province only, since
 * numbers keep codes that were abolished long ago; 81, 82 and 83 are residence permits of people
 * from Hong Kong, Macao and Taiwan. A lower-case x is taken and normalised.
 */
public record ResidentIdNumber(String text) {
  private static final String FIELD = "idNumber";
  private static final Pattern FORM =
      Pattern.compile(
          "(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])[0-9]{4}(18|19|20)[0-9]{9}[0-9X]");
  private static final int AGE_OF_CONSENT = 14;
  private static final String CHECK_CHARACTERS = "10X98765432";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  public ResidentIdNumber {
    text = requireNonNull(text, FIELD).strip().toUpperCase(Locale.ROOT);
    if (!FORM.matcher(text).matches()) {
      throw new InvalidValue(FIELD, Rule.ID_NUMBER_FORM);
    }
    dateOfBirth(text);
    if (text.charAt(17) != checkCharacter(text)) {
      throw new InvalidValue(FIELD, Rule.ID_NUMBER_CHECK);
    }
  }

  /**
   * The number, checked against the calendar too.
   *
   * @param today nobody is born after this day
   * @throws InvalidValue when the form, the date or the check character is wrong
   */
  public static ResidentIdNumber on(LocalDate today, String text) {
    var number = new ResidentIdNumber(text);
    if (number.dateOfBirth().isAfter(today)) {
      throw new InvalidValue(FIELD, Rule.ID_NUMBER_DATE);
    }
    return number;
  }

  public LocalDate dateOfBirth() {
    return dateOfBirth(text);
  }

  /**
   * Whether the person is under fourteen on that day, and a guardian must consent for them
   * (Personal Information Protection Law, article 31).
   */
  public boolean isUnderFourteenOn(LocalDate day) {
    return dateOfBirth().plusYears(AGE_OF_CONSENT).isAfter(day);
  }

  /** The check character that the first 17 digits demand. */
  public static char checkCharacter(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_CHARACTERS.charAt(sum % 11);
  }

  /** The first and the last four characters, the rest as stars: 6590**********1234. */
  public String masked() {
    return text.substring(0, 4) + "*".repeat(10) + text.substring(14);
  }

  @Override
  public String toString() {
    return "ResidentIdNumber[***]";
  }

  private static LocalDate dateOfBirth(String text) {
    try {
      return LocalDate.of(
          Integer.parseInt(text, 6, 10, 10),
          Integer.parseInt(text, 10, 12, 10),
          Integer.parseInt(text, 12, 14, 10));
    } catch (DateTimeException e) {
      throw new InvalidValue(FIELD, Rule.ID_NUMBER_DATE);
    }
  }
}
