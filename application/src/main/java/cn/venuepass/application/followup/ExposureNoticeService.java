package cn.venuepass.application.followup;

import static cn.venuepass.application.Denial.Plain.ONLY_A_DRILL;

import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.cases.CaseAccess;
import cn.venuepass.application.cases.CaseJournal;
import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.application.notification.Notifications;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.ContactGrade;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells contacts in slices, each in a transaction of its own: who was told is not told again. They
 * are those of one reading, however the list changes meanwhile.
 */
final class ExposureNoticeService implements NotifyContacts {
  private static final int SLICE = 500;

  private final CaseAccess access;
  private final ContactLists lists;
  private final ExposureNotices notices;
  private final Notifications notifications;
  private final Transactions transactions;
  private final CaseJournal journal;
  private final InstantSource clock;

  ExposureNoticeService(
      CaseAccess access,
      ContactLists lists,
      ExposureNotices notices,
      Notifications notifications,
      Transactions transactions,
      CaseJournal journal,
      InstantSource clock) {
    this.access = access;
    this.lists = lists;
    this.notices = notices;
    this.notifications = notifications;
    this.transactions = transactions;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Result<Told> tell(
      Caller.Staff member, CaseId of, Set<ContactGrade> grades, Set<Integer> rings) {
    return access
        .toLook(member, of)
        .flatMap(
            found ->
                found.drill()
                    ? Result.denied(ONLY_A_DRILL)
                    : Result.done(tellAll(member, found, grades, rings)));
  }

  private Told tellAll(
      Caller.Staff member, Case found, Set<ContactGrade> grades, Set<Integer> rings) {
    List<PersonId> all = new ArrayList<>();
    lists.each(
        found.id(),
        contact -> {
          if (grades.contains(contact.grade()) && rings.contains(contact.ring())) {
            all.add(contact.person());
          }
        });
    var sum = new Told(0, 0, 0);
    for (int from = 0; from < all.size(); from += SLICE) {
      List<PersonId> people = all.subList(from, Math.min(from + SLICE, all.size()));
      Told told = transactions.run(() -> tell(member, found, people));
      sum =
          new Told(
              sum.told() + told.told(),
              sum.before() + told.before(),
              sum.withoutAccount() + told.withoutAccount());
    }
    return sum;
  }

  private Told tell(Caller.Staff member, Case found, List<PersonId> people) {
    Instant now = clock.instant();
    List<PersonId> told = notices.mark(found.id(), people, now);
    int before = notices.told(found.id(), people).size() - told.size();
    notifications.tellAll(told, new Notice.ExposureNotice(), now);
    if (!told.isEmpty()) {
      journal.note(member, found, AuditAction.EXPOSURE_NOTICES_SENT, told);
    }
    return new Told(told.size(), before, people.size() - before - told.size());
  }
}
