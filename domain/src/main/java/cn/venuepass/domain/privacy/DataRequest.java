package cn.venuepass.domain.privacy;

import cn.venuepass.domain.PlainText;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody asks to correct their data, or objects to its use. It changes no evidence: the decision
 * stands beside it.
 *
 * @param account who asks
 * @param person the same as a person
 * @param about whose data it is: one's own or a family member's
 * @param visit the visit that it is about, if it is about one
 * @param text what is asked, at most 500 characters
 */
public record DataRequest(
    DataRequestId id,
    AccountId account,
    PersonId person,
    PersonId about,
    Kind kind,
    Optional<AboutVisit> visit,
    String text,
    Instant madeAt,
    Optional<Decision> decision) {
  private static final int LONGEST_TEXT = 500;

  public DataRequest {
    text = PlainText.checked("text", text, LONGEST_TEXT);
  }

  /** What is asked. */
  public enum Kind {
    CORRECTION,
    OBJECTION
  }

  /** How far it has come. */
  public enum Status {
    OPEN,
    ACCEPTED,
    DECLINED
  }

  /**
   * The visit that a request is about.
   *
   * @param person whose visit it is
   * @param community where the venue lies, whose reviewer answers
   */
  public record AboutVisit(VisitId visit, PersonId person, VenueId venue, DivisionCode community) {}

  /**
   * The answer, which is final.
   *
   * @param answer at most 500 characters
   */
  public record Decision(boolean accepted, String answer, StaffId by, Instant at) {
    public Decision {
      answer = PlainText.checked("answer", answer, LONGEST_TEXT);
    }

    @Override
    public String toString() {
      return "Decision[" + accepted + ", ***]";
    }
  }

  public Status status() {
    return decision
        .map(made -> made.accepted() ? Status.ACCEPTED : Status.DECLINED)
        .orElse(Status.OPEN);
  }

  @Override
  public String toString() {
    return "DataRequest[" + id.value() + ", ***]";
  }
}
