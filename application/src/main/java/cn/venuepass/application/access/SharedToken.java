package cn.venuepass.application.access;

import java.time.Instant;

/**
 * A credential by which another system knows this service.
 *
 * @param version counts the tokens of one name; no two have the same
 * @param expiresAt until when it is used, short of the time at which the other system drops it
 */
public record SharedToken(long version, String value, Instant expiresAt) {
  public boolean isGoodAt(Instant now) {
    return now.isBefore(expiresAt);
  }

  @Override
  public String toString() {
    return "SharedToken[" + version + "]";
  }
}
