package cn.venuepass.domain.gate;

import cn.venuepass.domain.PlainText;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody would not register and was not let in; a manager noted it. Nobody knows who it was.
 *
 * @param by the account of the manager
 */
public record TurnedAway(TurnedAwayId id, VenueId venue, Words words, AccountId by, Instant at) {

  /** Why, at most 100 characters, and what else a manager wants to remember, at most 500. */
  public record Words(String reason, Optional<String> note) {
    private static final int LONGEST_REASON = 100;
    private static final int LONGEST_NOTE = 500;

    public Words {
      reason = PlainText.checked("reason", reason, LONGEST_REASON);
      note = note.map(text -> PlainText.checked("note", text, LONGEST_NOTE));
    }

    @Override
    public String toString() {
      return "Words[***]";
    }
  }
}
