package cn.venuepass.domain.venue;

import cn.venuepass.domain.PlainText;

/** Where a venue is, below its community, at most 200 characters. */
public record Address(String text) {
  private static final int MAXIMUM = 200;

  public Address {
    text = PlainText.checked("address", text, MAXIMUM);
  }
}
