package cn.venuepass.testkit.memory;

import cn.venuepass.application.access.AuthenticatorCodes;
import cn.venuepass.domain.access.Username;
import java.net.URI;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;

/** Codes of an authenticator app that tests can work out: no cryptography. */
public final class CountedCodes implements AuthenticatorCodes {
  private static final long STEP_SECONDS = 30;

  /** What the app shows at that time. */
  public static String codeAt(String secret, Instant at) {
    return code(secret, step(at));
  }

  @Override
  public String newSecret() {
    return UUID.randomUUID().toString();
  }

  @Override
  public URI enrolment(Username username, String secret) {
    return URI.create("otpauth://totp/VenuePass:" + username.text() + "?secret=" + secret);
  }

  @Override
  public OptionalLong step(String secret, String code, Instant now) {
    long current = step(now);
    return LongStream.rangeClosed(current - 1, current + 1)
        .filter(step -> code(secret, step).equals(code))
        .findFirst();
  }

  private static long step(Instant at) {
    return at.getEpochSecond() / STEP_SECONDS;
  }

  private static String code(String secret, long step) {
    return "%06d".formatted(Math.floorMod((secret + step).hashCode(), 1_000_000));
  }
}
