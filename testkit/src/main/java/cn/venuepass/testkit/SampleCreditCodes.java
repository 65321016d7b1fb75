package cn.venuepass.testkit;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.venue.SocialCreditCode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Valid social credit codes that belong to nobody, each of them new. */
public final class SampleCreditCodes {
  private static final String CHECK_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000L * 100);

  private SampleCreditCodes() {}

  public static SocialCreditCode next() {
    String number = "92659002%09d".formatted(NEXT.getAndIncrement());
    return CHECK_CHARACTERS
        .chars()
        .mapToObj(check -> code(number + (char) check))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<SocialCreditCode> code(String text) {
    try {
      return Optional.of(new SocialCreditCode(text));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
