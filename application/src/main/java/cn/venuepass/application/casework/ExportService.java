package cn.venuepass.application.casework;

import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.Result;
import cn.venuepass.application.cases.CaseAccess;
import cn.venuepass.application.cases.CaseJournal;
import cn.venuepass.application.cases.CasePeople;
import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.application.followup.FollowUps;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.followup.FollowUp;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

final class ExportService implements ExportContacts {
  private static final int SLICE = 500;

  private final CaseAccess access;
  private final ContactLists lists;
  private final FollowUps followUps;
  private final CasePeople people;
  private final CaseJournal journal;
  private final InstantSource clock;

  ExportService(
      CaseAccess access,
      ContactLists lists,
      FollowUps followUps,
      CasePeople people,
      CaseJournal journal,
      InstantSource clock) {
    this.access = access;
    this.lists = lists;
    this.followUps = followUps;
    this.people = people;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Result<Export> export(Caller.Staff member, CaseId of, Order order) {
    return access.toLook(member, of).map(found -> export(member, found, order));
  }

  private Export export(Caller.Staff member, Case found, Order order) {
    Mark mark = mark(member, found, order);
    AuditAction action =
        mark.withIdNumbers() ? AuditAction.CASE_ID_NUMBERS_EXPORTED : AuditAction.CASE_EXPORTED;
    String reference = found.id().value() + ":" + order.purpose() + ":" + mark.rows();
    journal.note(member, CaseJournal.deed(action, found).under(reference));
    return new Export(mark, taker -> handOver(member, found, order, action, mark, taker));
  }

  private Mark mark(Caller.Staff member, Case found, Order order) {
    Optional<Revision> latest = lists.latest(found.id());
    int all = lists.count(found.id(), order.filter());
    int rows = Math.min(all, MOST_ROWS);
    return new Mark(
        found.drill(),
        member.account().username().text(),
        clock.instant(),
        found.id(),
        found.reference(),
        latest.map(Revision::number).orElse(0),
        latest.map(Revision::parameters).orElse(0),
        order.purpose(),
        order.withIdNumbers() && !found.drill(),
        rows,
        all - rows);
  }

  private End handOver(
      Caller.Staff member,
      Case found,
      Order order,
      AuditAction action,
      Mark mark,
      Consumer<Row> taker) {
    Set<PersonId> taken = new HashSet<>();
    Optional<ContactLists.Place> after = Optional.empty();
    List<Contact> read;
    do {
      int wanted = Math.min(SLICE, mark.rows() - taken.size());
      read = wanted == 0 ? List.of() : lists.list(found.id(), order.filter(), after, wanted);
      List<Contact> slice = read.stream().filter(contact -> taken.add(contact.person())).toList();
      List<PersonId> who = slice.stream().map(Contact::person).toList();
      journal.noteLook(member, found, action, who);
      var known = people.of(found, who);
      var states = followUps(found.id(), who);
      for (Contact contact : slice) {
        PersonId person = contact.person();
        FollowUp followUp = states.getOrDefault(person, FollowUp.none(found.id(), person));
        taker.accept(new Row(contact, known.apply(person), followUp));
      }
      after = read.stream().reduce((one, other) -> other).map(ContactLists.Place::of);
    } while (!read.isEmpty());
    int latest = lists.latest(found.id()).map(Revision::number).orElse(0);
    return new End(taken.size(), latest != mark.revision() || taken.size() != mark.rows());
  }

  private Map<PersonId, FollowUp> followUps(CaseId of, List<PersonId> who) {
    return followUps.findAll(of, who).stream()
        .collect(toMap(one -> one.followUp().person(), FollowUps.Tended::followUp));
  }
}
