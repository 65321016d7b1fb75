package cn.venuepass.application.access;

import cn.venuepass.domain.access.Username;
import java.net.URI;
import java.time.Instant;
import java.util.OptionalLong;

/** Time-based one-time passwords of authenticator apps (TOTP, RFC 6238). */
public interface AuthenticatorCodes {

  /** A fresh secret, in the Base32 that apps take. */
  String newSecret();

  /** What an app reads from a QR code to learn the secret. Holds the secret. */
  URI enrolment(Username username, String secret);

  /**
   * The time step for which that code is right; one step before and after now are taken too, since
   * clocks differ and people type slowly.
   */
  OptionalLong step(String secret, String code, Instant now);
}
