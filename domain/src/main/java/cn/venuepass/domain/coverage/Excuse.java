package cn.venuepass.domain.coverage;

import cn.venuepass.domain.PlainText;
import cn.venuepass.domain.access.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why somebody closed a task though the gap is there, such as a shop that is closed for the season.
 *
 * @param until until when the same gap makes no new task
 */
public record Excuse(Words words, StaffId by, Instant until) {
  /** How long an excuse holds, unless the place comes to another stage before. */
  public static final Duration HOLDS = Duration.ofDays(30);

  /** The reason, at most 500 characters, and what shows it, at most 500. */
  public record Words(String reason, Optional<String> evidence) {
    private static final int LONGEST = 500;

    public Words {
      reason = PlainText.checked("reason", reason, LONGEST);
      evidence = evidence.map(text -> PlainText.checked("evidence", text, LONGEST));
    }

    @Override
    public String toString() {
      return "Words[***]";
    }
  }
}
