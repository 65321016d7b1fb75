package cn.venuepass.testkit;

import cn.venuepass.domain.person.ResidentIdNumber;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/** ID numbers of people who do not exist: region 阿拉尔市, born before 1930. */
public final class SampleIdNumbers {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final String REGION = "659002";
  private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1880, 1, 1);
  private static final int DAYS = 18_000;
  private static final int SEQUENCES = 1_000;

  private SampleIdNumbers() {}

  /** One that was not given out before in this virtual machine. */
  public static ResidentIdNumber next() {
    return of(NEXT.getAndIncrement());
  }

  /** The n-th, always the same. */
  public static ResidentIdNumber of(int n) {
    String born =
        FIRST_BIRTHDAY
            .plusDays(Math.floorMod(n / SEQUENCES, DAYS))
            .format(DateTimeFormatter.BASIC_ISO_DATE);
    String digits = REGION + born + String.format("%03d", Math.floorMod(n, SEQUENCES));
    return new ResidentIdNumber(
        PersonalValues.used(digits + ResidentIdNumber.checkCharacter(digits)));
  }
}
