package cn.venuepass.domain.inspection;

import cn.venuepass.domain.PlainText;

/** What somebody wrote about a finding or a step, at most 500 characters; it may name people. */
public record InspectionNote(String text) {
  private static final int MAXIMUM = 500;

  public InspectionNote {
    text = PlainText.checked("note", text, MAXIMUM);
  }

  @Override
  public String toString() {
    return "InspectionNote[***]";
  }
}
