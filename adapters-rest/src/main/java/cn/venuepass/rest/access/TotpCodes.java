package cn.venuepass.rest.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.access.AuthenticatorCodes;
import cn.venuepass.domain.access.Username;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URI;
import java.net.URLEncoder;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * Six digits every 30 seconds with HMAC-SHA1, the one form of TOTP (RFC 6238) that every
 * authenticator app knows.
 */
public final class TotpCodes implements AuthenticatorCodes {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int SECRET_BYTES = 20;
  private static final int STEPS_AROUND = 1;
  private static final String ISSUER = "VenuePass";
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP);

  @Override
  public String newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new Base32().encodeToString(secret);
  }

  @Override
  public URI enrolment(Username username, String secret) {
    return URI.create(
        "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
            .formatted(ISSUER, URLEncoder.encode(username.text(), UTF_8), secret, ISSUER));
  }

  @Override
  public OptionalLong step(String secret, String code, Instant now) {
    if (!SIX_DIGITS.matcher(code).matches()) {
      return OptionalLong.empty();
    }
    long current = now.getEpochSecond() / STEP.toSeconds();
    var key = new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm());
    return LongStream.rangeClosed(current - STEPS_AROUND, current + STEPS_AROUND)
        .filter(step -> MessageDigest.isEqual(code.getBytes(UTF_8), codeOf(key, step)))
        .findFirst();
  }

  private byte[] codeOf(SecretKeySpec key, long step) {
    Instant at = Instant.ofEpochSecond(step * STEP.toSeconds());
    try {
      return generator.generateOneTimePasswordString(key, at, Locale.ROOT).getBytes(UTF_8);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a stored secret is no key", e);
    }
  }
}
