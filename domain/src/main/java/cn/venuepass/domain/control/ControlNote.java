package cn.venuepass.domain.control;

import cn.venuepass.domain.PlainText;

/** What somebody wrote about a control order, at most 500 characters; it may name people. */
public record ControlNote(String text) {
  private static final int MAXIMUM = 500;

  public ControlNote {
    text = PlainText.checked("note", text, MAXIMUM);
  }

  @Override
  public String toString() {
    return "ControlNote[***]";
  }
}
