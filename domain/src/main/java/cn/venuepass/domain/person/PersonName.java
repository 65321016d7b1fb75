package cn.venuepass.domain.person;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.PlainText;
import java.util.regex.Pattern;

/**
 * A person's name as on the ID card: letters of any script, spaces, and the marks that names use
 * (such as the middle dot of 阿卜杜拉·买买提), at most 50 characters.
 */
public record PersonName(String text) {
  private static final int MAXIMUM = 50;
  private static final Pattern FORM =
      Pattern.compile("[\\p{L}\\p{M}·•.'’ -]*\\p{L}[\\p{L}\\p{M}·•.'’ -]*");

  public PersonName {
    text = PlainText.checked("name", text, MAXIMUM);
    if (!FORM.matcher(text).matches()) {
      throw new InvalidValue("name", Rule.CHARACTERS);
    }
  }

  /** First and last character stay, the rest become stars: 张*三; of two characters the first. */
  public String masked() {
    int[] points = text.codePoints().toArray();
    if (points.length == 1) {
      return "*";
    }
    var masked = new StringBuilder().appendCodePoint(points[0]);
    masked.append("*".repeat(Math.max(1, points.length - 2)));
    if (points.length > 2) {
      masked.appendCodePoint(points[points.length - 1]);
    }
    return masked.toString();
  }

  @Override
  public String toString() {
    return "PersonName[***]";
  }
}
