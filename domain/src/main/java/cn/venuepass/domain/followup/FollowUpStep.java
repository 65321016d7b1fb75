package cn.venuepass.domain.followup;

import cn.venuepass.domain.PlainText;
import cn.venuepass.domain.access.StaffId;
import java.time.Instant;
import java.util.Optional;

/**
 * One step in the care for a contact.
 *
 * @param told what came of it; ASSIGNED or NEW where the contact was handed over or given up
 * @param at when it was, or since when the person is isolated
 * @param notedAt when it was written down
 * @param assignee who looks after the person from then on
 * @param note what else there is to know, at most 500 characters
 */
public record FollowUpStep(
    FollowUpState told,
    Instant at,
    Instant notedAt,
    StaffId by,
    Optional<StaffId> assignee,
    Optional<String> note) {
  public static final int LONGEST_NOTE = 500;

  public FollowUpStep {
    note = note.map(text -> PlainText.checked("note", text, LONGEST_NOTE));
  }

  @Override
  public String toString() {
    return "FollowUpStep[" + told + ", " + at + ", ***]";
  }
}
