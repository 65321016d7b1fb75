package cn.venuepass.domain.posterlife;

import cn.venuepass.domain.PlainText;

/** Why a warning means nothing, at most 500 characters. */
public record DismissalReason(String text) {
  private static final int MAXIMUM = 500;

  public DismissalReason {
    text = PlainText.checked("reason", text, MAXIMUM);
  }
}
