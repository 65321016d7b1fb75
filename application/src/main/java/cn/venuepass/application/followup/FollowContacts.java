package cn.venuepass.application.followup;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.cases.ShownPerson;
import cn.venuepass.application.followup.FollowUps.Tended;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.followup.FollowUp;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.followup.FollowUpStep;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The work of a case's team with its contacts. Denied with {@code NOT_FOUND} outside the caller's
 * jurisdiction, with {@code NOT_ON_TEAM} for others than the team, with {@code CASE_CLOSED} when it
 * is over.
 */
public interface FollowContacts {
  /** How many contacts are handed over at once. */
  int MOST_AT_ONCE = 500;

  /** Notes of one contact are about times from so long before the case was opened. */
  int EARLIEST_DAYS = 60;

  /**
   * Puts contacts into the hands of a member of the team, or of nobody.
   *
   * @throws cn.venuepass.domain.InvalidValue when the receiver is not of the team, or one of the
   *     people is no contact
   */
  Result<Assignment> assign(Caller.Staff member, CaseId of, Order order);

  /**
   * Notes a step. Of concurrent steps one succeeds, the others are {@code CHANGED_MEANWHILE}.
   *
   * @throws cn.venuepass.domain.InvalidValue when the time lies in the future, or too far back
   */
  Result<Followed> note(Caller.Staff member, CaseId of, PersonId contact, Report report);

  /** A part of the list, whoever was not reached first, with names and phones. */
  Result<Listing> list(
      Caller.Staff member, CaseId of, FollowUps.Filter filter, PageRequest request);

  /** One contact's follow-up with all that was done. */
  Result<History> view(Caller.Staff member, CaseId of, PersonId contact);

  /** How many contacts there are of each state. */
  Result<Board> count(Caller.Staff member, CaseId of);

  /** Which contacts go into whose hands. */
  record Order(Optional<StaffId> to, Selection which) {}

  /** Which contacts are meant. */
  sealed interface Selection {
    /** These. */
    record Of(List<PersonId> people) implements Selection {}

    /** So many of the best ranked that are in nobody's hands and were not reached yet. */
    record Best(int count) implements Selection {}

    /** The first {@link #MOST_AT_ONCE} in the hands of that member, or of somebody who was one. */
    record From(StaffId member) implements Selection {}
  }

  /** What was handed over. */
  record Assignment(boolean drill, List<PersonId> people) {}

  /**
   * What came of a step.
   *
   * @param at absent for now
   * @param revision the follow-up that the caller saw; absent to take it as it is
   */
  record Report(
      FollowUpState told, Optional<String> note, Optional<Instant> at, Optional<Integer> revision) {
    @Override
    public String toString() {
      return "Report[" + told + ", ***]";
    }
  }

  /** A follow-up after a step. */
  record Followed(boolean drill, FollowUp followUp) {}

  /** A contact with what the team knows of them. */
  record Listed(Tended tended, ShownPerson person) {}

  record Listing(boolean drill, List<Listed> items, Optional<Cursor> next) {
    static Listing of(boolean drill, Page<Listed> page) {
      return new Listing(drill, page.items(), page.next());
    }
  }

  record History(boolean drill, Listed contact, List<FollowUpStep> steps) {}

  record Board(boolean drill, Map<FollowUpState, Integer> counts) {}
}
