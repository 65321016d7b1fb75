package cn.venuepass.domain.venue;

import cn.venuepass.domain.PlainText;

/** Why an application was rejected, for its applicant to read, at most 500 characters. */
public record RejectionReason(String text) {
  private static final int MAXIMUM = 500;

  public RejectionReason {
    text = PlainText.checked("reason", text, MAXIMUM);
  }
}
