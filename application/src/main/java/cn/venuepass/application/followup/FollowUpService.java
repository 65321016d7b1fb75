package cn.venuepass.application.followup;

import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.cases.CaseAccess;
import cn.venuepass.application.cases.CaseJournal;
import cn.venuepass.application.cases.CasePeople;
import cn.venuepass.application.followup.FollowUps.Filter;
import cn.venuepass.application.followup.FollowUps.Place;
import cn.venuepass.application.followup.FollowUps.Tended;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.followup.FollowUp;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.followup.FollowUpStep;
import cn.venuepass.domain.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class FollowUpService implements FollowContacts {
  private final CaseAccess access;
  private final FollowUps followUps;
  private final CasePeople people;
  private final Transactions transactions;
  private final CaseJournal journal;
  private final InstantSource clock;

  FollowUpService(
      CaseAccess access,
      FollowUps followUps,
      CasePeople people,
      Transactions transactions,
      CaseJournal journal,
      InstantSource clock) {
    this.access = access;
    this.followUps = followUps;
    this.people = people;
    this.transactions = transactions;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Result<Assignment> assign(Caller.Staff member, CaseId of, Order order) {
    return transactions.attempt(
        () -> access.toLook(member, of).flatMap(found -> assign(member, found, order)));
  }

  private Result<Assignment> assign(Caller.Staff member, Case found, Order order) {
    if (order.to().filter(to -> !found.team().contains(to)).isPresent()) {
      throw new InvalidValue("to", Rule.UNKNOWN);
    }
    List<FollowUp> next =
        selected(found, order.which()).stream()
            .map(Tended::followUp)
            .filter(followUp -> !followUp.assignee().equals(order.to()))
            .map(followUp -> followUp.inHandsOf(order.to()))
            .toList();
    Instant now = clock.instant();
    var told = order.to().isPresent() ? FollowUpState.ASSIGNED : FollowUpState.NEW;
    var step =
        new FollowUpStep(told, now, now, member.account().id(), order.to(), Optional.empty());
    if (followUps.store(next, step) < next.size()) {
      return Result.denied(CHANGED_MEANWHILE);
    }
    List<PersonId> handed = next.stream().map(FollowUp::person).toList();
    journal.note(member, found, AuditAction.CONTACTS_ASSIGNED, handed);
    return Result.done(new Assignment(found.drill(), handed));
  }

  private List<Tended> selected(Case found, Selection which) {
    if (which instanceof Selection.Of of) {
      List<PersonId> wanted = of.people().stream().distinct().toList();
      List<Tended> known = followUps.findAll(found.id(), wanted);
      if (known.size() < wanted.size()) {
        throw new InvalidValue("personRefs", Rule.UNKNOWN);
      }
      return known;
    }
    return which instanceof Selection.Best best
        ? followUps.list(found.id(), Filter.WAITING, Optional.empty(), best.count())
        : followUps.list(
            found.id(),
            Filter.inHandsOf(((Selection.From) which).member()),
            Optional.empty(),
            MOST_AT_ONCE);
  }

  @Override
  public Result<Followed> note(Caller.Staff member, CaseId of, PersonId contact, Report report) {
    return transactions.attempt(
        () ->
            access
                .toLook(member, of)
                .flatMap(
                    found ->
                        find(found, contact)
                            .flatMap(tended -> note(member, found, tended.followUp(), report))));
  }

  private Result<Followed> note(Caller.Staff member, Case found, FollowUp seen, Report report) {
    if (report.revision().filter(revision -> revision != seen.revision()).isPresent()) {
      return Result.denied(CHANGED_MEANWHILE);
    }
    Instant now = clock.instant();
    Instant at = report.at().orElse(now);
    if (at.isAfter(now) || at.isBefore(earliest(found, report.told()))) {
      throw new InvalidValue("at", Rule.OUT_OF_RANGE);
    }
    FollowUp next = seen.after(report.told(), at, now);
    StaffId by = member.account().id();
    var step = new FollowUpStep(report.told(), at, now, by, next.assignee(), report.note());
    if (followUps.store(List.of(next), step) == 0) {
      return Result.denied(CHANGED_MEANWHILE);
    }
    journal.note(member, found, AuditAction.FOLLOW_UP_NOTED, List.of(seen.person()));
    return Result.done(new Followed(found.drill(), next));
  }

  /** Nobody is called for a case before there is one; isolated they may have been before. */
  private static Instant earliest(Case found, FollowUpState told) {
    return told == FollowUpState.ISOLATED
        ? found.openedAt().minus(Duration.ofDays(EARLIEST_DAYS))
        : found.openedAt();
  }

  @Override
  public Result<Listing> list(Caller.Staff member, CaseId of, Filter filter, PageRequest request) {
    return access
        .toLook(member, of)
        .map(
            found -> {
              List<Tended> read =
                  followUps.list(
                      of, filter, request.after().map(Places::read), request.limit() + 1);
              Page<Tended> page = Page.of(read, request, tended -> Places.cursor(Place.of(tended)));
              return Listing.of(
                  found.drill(), new Page<>(shown(member, found, page.items()), page.next()));
            });
  }

  @Override
  public Result<History> view(Caller.Staff member, CaseId of, PersonId contact) {
    return access
        .toLook(member, of)
        .flatMap(
            found ->
                find(found, contact)
                    .map(
                        tended ->
                            new History(
                                found.drill(),
                                shown(member, found, List.of(tended)).get(0),
                                followUps.stepsOf(of, contact))));
  }

  @Override
  public Result<Board> count(Caller.Staff member, CaseId of) {
    return access.toWork(member, of).map(found -> new Board(found.drill(), followUps.count(of)));
  }

  private Result<Tended> find(Case found, PersonId contact) {
    return Result.of(
        followUps.findAll(found.id(), List.of(contact)).stream().findFirst(), NOT_FOUND);
  }

  private List<Listed> shown(Caller.Staff member, Case found, List<Tended> all) {
    List<PersonId> who = all.stream().map(tended -> tended.followUp().person()).toList();
    var known = people.of(found, who);
    journal.noteLook(member, found, AuditAction.FOLLOW_UP_VIEWED, who);
    return all.stream()
        .map(tended -> new Listed(tended, known.apply(tended.followUp().person())))
        .toList();
  }

  /** How places stand in cursors: the order's first parts as a number of seconds. */
  private static final class Places {
    private static final long RISKS = 1L << 31;
    private static final int RINGS = 4;
    private static final int URGENCIES = 4;

    private Places() {}

    static Cursor cursor(Place place) {
      long rank = (long) place.urgency() * RINGS + place.ring();
      return new Cursor(Instant.ofEpochSecond(rank * RISKS + place.risk()), place.person().value());
    }

    /** Of a cursor that nobody made here, some place. */
    static Place read(Cursor cursor) {
      long rank = cursor.at().getEpochSecond() / RISKS;
      return new Place(
          (int) Math.min(rank / RINGS, URGENCIES),
          (int) (rank % RINGS),
          (int) (cursor.at().getEpochSecond() % RISKS),
          new PersonId(cursor.id()));
    }
  }
}
