package cn.venuepass.domain.person;

import cn.venuepass.domain.PlainText;

/** What a family member is to whoever looks after them, in their words, at most 20 characters. */
public record Relation(String text) {
  private static final int MAXIMUM = 20;

  public Relation {
    text = PlainText.checked("relation", text, MAXIMUM);
  }
}
