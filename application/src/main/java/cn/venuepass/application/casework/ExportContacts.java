package cn.venuepass.application.casework;

import cn.venuepass.application.Result;
import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.application.cases.ShownPerson;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.followup.FollowUp;
import cn.venuepass.domain.tracing.Contact;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

/** The contacts of a case as a file, which leaves the system: so it says whose it is. */
@FunctionalInterface
public interface ExportContacts {
  /** How many contacts one file holds. */
  int MOST_ROWS = 50_000;

  /** What a file is wanted for. */
  enum Purpose {
    CALLING,
    ISOLATION,
    TESTING,
    HANDOVER,
    REPORT
  }

  /**
   * Writes down that the contacts are taken out and what for, and gives them. Denied with {@code
   * NOT_FOUND}, {@code NOT_ON_TEAM} or {@code CASE_CLOSED}.
   */
  Result<Export> export(Caller.Staff member, CaseId of, Order order);

  /**
   * What is wanted.
   *
   * @param withIdNumbers whether ID numbers come with it, which is written down as such; never in a
   *     drill
   */
  record Order(ContactLists.Filter filter, Purpose purpose, boolean withIdNumbers) {}

  /**
   * A file to be.
   *
   * @param mark what it is marked with
   * @param rows hands over the contacts one after the other, without holding all at once, and tells
   *     how it ended; those of a slice are written down before they are handed over
   */
  record Export(Mark mark, Function<Consumer<Row>, End> rows) {}

  /**
   * How a file ended: one that does not say so was cut.
   *
   * @param rows how many contacts it holds, each once
   * @param moved whether the list became another while it was read, so that somebody may be missing
   */
  record End(int rows, boolean moved) {}

  /**
   * Whose a file is, and what of.
   *
   * @param by the username of whoever takes it
   * @param reference the case's
   * @param revision that of the list of contacts; 0 without one
   * @param parameters the version of the rules that the list follows
   * @param rows how many contacts it holds
   * @param left how many it does not hold, being too many
   */
  record Mark(
      boolean drill,
      String by,
      Instant at,
      CaseId of,
      String reference,
      int revision,
      int parameters,
      Purpose purpose,
      boolean withIdNumbers,
      int rows,
      int left) {
    @Override
    public String toString() {
      return "Mark[" + of + ", ***]";
    }
  }

  /** A contact. */
  record Row(Contact contact, ShownPerson person, FollowUp followUp) {
    @Override
    public String toString() {
      return "Row[***]";
    }
  }
}
