package cn.venuepass.application.pass;

import java.time.Instant;

/**
 * A paper pass: whoever holds it is registered by it, so its code does not print.
 *
 * @param code the text in the QR code
 * @param maskedName enough of the name for a family to tell its cards apart
 */
public record PassCard(String code, String maskedName, Instant issuedAt) {
  @Override
  public String toString() {
    return "PassCard[***]";
  }
}
