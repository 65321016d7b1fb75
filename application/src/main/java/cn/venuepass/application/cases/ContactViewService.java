package cn.venuepass.application.cases;

import static cn.venuepass.application.Denial.Plain.CASE_CLOSED;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.Result;
import cn.venuepass.application.cases.ContactLists.Filter;
import cn.venuepass.application.cases.ContactLists.Place;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.CallPlan;
import cn.venuepass.domain.cases.CallPlan.Candidate;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.ContactChange;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class ContactViewService implements ViewContacts, FitToCapacity {
  private static final int MOST_CHANGES = 1_000;
  private static final Comparator<ContactChange> CHANGES =
      Comparator.comparing(ContactChange::kind)
          .thenComparing(change -> change.person().value().toString());

  private final ContactLists lists;
  private final CaseAccess access;
  private final CaseViews views;
  private final CurrentTrace currentTrace;
  private final FollowedContacts followed;
  private final CaseJournal journal;

  ContactViewService(
      ContactLists lists,
      CaseAccess access,
      CaseViews views,
      CurrentTrace currentTrace,
      FollowedContacts followed,
      CaseJournal journal) {
    this.lists = lists;
    this.access = access;
    this.views = views;
    this.currentTrace = currentTrace;
    this.followed = followed;
    this.journal = journal;
  }

  @Override
  public Result<Listed> list(Caller.Staff tracer, CaseId of, Filter filter, Part part) {
    return access
        .toLook(tracer, of)
        .flatMap(
            found ->
                revision(found, part)
                    .map(
                        revision -> {
                          List<Contact> read =
                              lists.list(of, filter, part.after(), part.limit() + 1);
                          return listed(tracer, found, revision, read, part.limit());
                        }));
  }

  @Override
  public Result<CallPlan> plan(Caller.Staff tracer, CaseId of, int calls) {
    return access
        .toLook(tracer, of)
        .flatMap(found -> current(found).map(revision -> callPlan(of, calls)));
  }

  @Override
  public Result<Listed> list(Caller.Staff tracer, CaseId of, int calls, Part part) {
    return access
        .toLook(tracer, of)
        .flatMap(
            found ->
                revision(found, part)
                    .map(
                        revision ->
                            listed(
                                tracer, found, revision, chosen(of, calls, part), part.limit())));
  }

  @Override
  public Result<List<Revision>> revisions(Caller.Staff tracer, CaseId of) {
    return access.toWork(tracer, of).map(found -> lists.revisions(of));
  }

  @Override
  public Result<Changed> changes(Caller.Staff tracer, CaseId of, int number) {
    return access
        .toLook(tracer, of)
        .flatMap(
            found ->
                Result.of(
                        lists.revisions(of).stream()
                            .filter(revision -> revision.number() == number)
                            .findFirst(),
                        NOT_FOUND)
                    .map(revision -> changed(tracer, found, revision)));
  }

  private Changed changed(Caller.Staff tracer, Case of, Revision revision) {
    List<ContactChange> all = lists.changes(of.id(), revision.number());
    List<ContactChange> shown = all.stream().sorted(CHANGES).limit(MOST_CHANGES).toList();
    List<PersonId> people = shown.stream().map(ContactChange::person).toList();
    journal.noteLook(tracer, of, AuditAction.CASE_HISTORY_VIEWED, people);
    var names = views.people().of(of, people);
    return new Changed(
        revision,
        shown.stream()
            .map(change -> new NamedChange(change, names.apply(change.person())))
            .toList(),
        all.size());
  }

  /** Later parts are of the list as it is: tracing it anew would move what was not read yet. */
  private Result<Revision> revision(Case of, Part part) {
    return part.after()
        .flatMap(place -> lists.latest(of.id()))
        .map(Result::done)
        .orElseGet(() -> current(of));
  }

  private Result<Revision> current(Case of) {
    return Result.of(currentTrace.current(of), CASE_CLOSED);
  }

  /** One more than the part holds, in the order of the plan. */
  private List<Contact> chosen(CaseId of, int calls, Part part) {
    List<PersonId> who =
        callPlan(of, calls).chosen().stream()
            .filter(one -> part.after().map(place -> isAfter(one, place)).orElse(true))
            .limit(part.limit() + 1L)
            .map(Candidate::person)
            .toList();
    Map<PersonId, Contact> found =
        lists.findAll(of, who).stream().collect(toMap(Contact::person, contact -> contact));
    return who.stream().flatMap(person -> Optional.ofNullable(found.get(person)).stream()).toList();
  }

  private Listed listed(
      Caller.Staff tracer, Case of, Revision revision, List<Contact> read, int limit) {
    List<Contact> shown = read.size() > limit ? read.subList(0, limit) : read;
    Optional<Place> next =
        read.size() > limit ? Optional.of(Place.of(shown.get(limit - 1))) : Optional.empty();
    List<PersonId> people = shown.stream().map(Contact::person).toList();
    journal.noteLook(tracer, of, AuditAction.CASE_CONTACTS_VIEWED, people);
    var names = views.people().of(of, people);
    return new Listed(
        revision,
        shown.stream().map(contact -> new Named(contact, names.apply(contact.person()))).toList(),
        next);
  }

  private CallPlan callPlan(CaseId of, int calls) {
    Set<PersonId> settled = followed.settled(of);
    List<Candidate> candidates = new ArrayList<>();
    lists.each(
        of,
        contact -> {
          if (!settled.contains(contact.person())) {
            candidates.add(Candidate.of(contact));
          }
        });
    return CallPlan.of(candidates, calls);
  }

  private static boolean isAfter(Candidate one, Place place) {
    int byRisk = Integer.compare(place.risk(), one.risk());
    int byRing = Integer.compare(one.ring(), place.ring());
    int byPerson = one.person().value().toString().compareTo(place.person().value().toString());
    return byRisk != 0 ? byRisk > 0 : byRing != 0 ? byRing > 0 : byPerson > 0;
  }
}
