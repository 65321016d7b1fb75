package cn.venuepass.rest.pass;

import cn.venuepass.domain.pass.PassCodes;
import java.time.Instant;

/** A pass code for a screen. */
record PassCodeResponse(String code, Instant expiresAt) {
  static PassCodeResponse of(PassCodes.Issued issued) {
    return new PassCodeResponse(issued.code(), issued.expiresAt());
  }

  @Override
  public String toString() {
    return "PassCodeResponse[***]";
  }
}
