package cn.venuepass.benchmarks.city;

import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Names and numbers of people who do not exist: real region codes, but born before 1930, and called
 * samples.
 */
final class SampleIdentity {
  private static final String[] REGIONS = {
    "659002", "659001", "652901", "653101", "650102", "410102", "510104", "620102", "610102",
    "320102"
  };
  private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1880, 1, 1);

  /** Until the end of 1929; a prime, so that steps of another one reach every day. */
  private static final int DAYS = 18_257;

  private static final int STEP = 7_919;
  private static final String[] SURNAMES = {"艾力", "古丽", "王", "李", "张", "刘", "陈", "杨", "马", "阿依"};
  private static final String[] DIGITS = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  private static final int PHONES = 100_000_000;

  private SampleIdentity() {}

  static ResidentIdNumber idNumber(int resident) {
    int inRegion = resident / REGIONS.length;
    LocalDate born = FIRST_BIRTHDAY.plusDays((long) (inRegion % DAYS) * STEP % DAYS);
    String digits =
        REGIONS[resident % REGIONS.length]
            + born.format(DateTimeFormatter.BASIC_ISO_DATE)
            + "%03d".formatted(inRegion / DAYS);
    return new ResidentIdNumber(digits + ResidentIdNumber.checkCharacter(digits));
  }

  static PersonName name(int resident) {
    var name = new StringBuilder(SURNAMES[resident % SURNAMES.length]).append("样本");
    Integer.toString(resident).chars().forEach(digit -> name.append(DIGITS[digit - '0']));
    return new PersonName(name.toString());
  }

  static PhoneNumber phone(int resident) {
    return new PhoneNumber("+86139%08d".formatted(resident % PHONES));
  }

  /** What WeChat knows the person by; the demo signs in who gives it as a code. */
  static String openId(int resident) {
    return "demo:city-" + resident;
  }
}
