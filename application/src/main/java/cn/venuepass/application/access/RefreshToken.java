package cn.venuepass.application.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.venuepass.domain.access.SessionId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** A session's id and a random secret of 256 bits, of which only a hash is stored. */
record RefreshToken(SessionId session, String secret) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final int MAXIMUM_LENGTH = 128;

  static RefreshToken fresh(SessionId session) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new RefreshToken(
        session, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  static Optional<RefreshToken> parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0 || text.length() > MAXIMUM_LENGTH) {
      return Optional.empty();
    }
    try {
      var session = new SessionId(UUID.fromString(text.substring(0, dot)));
      return Optional.of(new RefreshToken(session, text.substring(dot + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text() {
    return session.value() + "." + secret;
  }

  String secretHash() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "RefreshToken[" + session.value() + ", ***]";
  }
}
