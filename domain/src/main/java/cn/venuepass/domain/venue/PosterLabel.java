package cn.venuepass.domain.venue;

import cn.venuepass.domain.PlainText;

/** What tells a venue's posters apart, such as "north gate", at most 40 characters. */
public record PosterLabel(String text) {
  private static final int MAXIMUM = 40;

  public PosterLabel {
    text = PlainText.checked("label", text, MAXIMUM);
  }
}
