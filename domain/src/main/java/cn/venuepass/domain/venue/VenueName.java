package cn.venuepass.domain.venue;

import cn.venuepass.domain.PlainText;

/** A venue's name as on its sign, at most 60 characters. */
public record VenueName(String text) {
  private static final int MAXIMUM = 60;

  public VenueName {
    text = PlainText.checked("name", text, MAXIMUM);
  }
}
