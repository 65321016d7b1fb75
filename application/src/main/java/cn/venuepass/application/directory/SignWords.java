package cn.venuepass.application.directory;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.PlainText;

/**
 * A part of the name or the address of a venue or place, 2 to 60 characters; case does not count.
 */
public record SignWords(String text) {
  private static final int LEAST = 2;
  private static final int MOST = 60;

  public SignWords {
    text = PlainText.checked("name", text, MOST);
    if (text.codePointCount(0, text.length()) < LEAST) {
      throw new InvalidValue("name", Rule.TOO_SHORT);
    }
  }
}
