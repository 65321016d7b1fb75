package cn.venuepass.application.cases;

import cn.venuepass.application.Transactions;
import cn.venuepass.application.cases.RevisionCauses.Inputs;
import cn.venuepass.application.tracing.FindContacts;
import cn.venuepass.application.tracing.Trace;
import cn.venuepass.application.tracing.TraceParametersRepository;
import cn.venuepass.application.tracing.TraceQuestion;
import cn.venuepass.application.tracing.Trajectory;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.ContactChange;
import cn.venuepass.domain.cases.ContactChange.Standing;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.cases.Revision.Basis;
import cn.venuepass.domain.cases.Revision.Cause;
import cn.venuepass.domain.cases.Revision.RingCounts;
import cn.venuepass.domain.cases.TakenStatement;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.TraceParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

final class KeepTraceService implements KeepTrace, CurrentTrace {
  /** How many traces one node makes at once: each holds a connection for as long as it takes. */
  private static final int MOST_AT_ONCE = 4;

  /** A trace that is younger is not repeated for a look. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  /** How often a case may change while it is traced. */
  private static final int MAXIMUM_ATTEMPTS = 5;

  private final CaseRepository cases;
  private final ContactLists lists;
  private final TraceParametersRepository parameters;
  private final FindContacts findContacts;
  private final FollowedContacts followed;
  private final CaseHolds holds;
  private final Transactions transactions;
  private final InstantSource clock;

  private final List<Lock> lanes =
      Stream.<Lock>generate(ReentrantLock::new).limit(MOST_AT_ONCE).toList();

  /** When this node traced which case last; those that are closed are forgotten. */
  private final Map<CaseId, Instant> traced = new ConcurrentHashMap<>();

  KeepTraceService(
      CaseRepository cases,
      ContactLists lists,
      TraceParametersRepository parameters,
      FindContacts findContacts,
      FollowedContacts followed,
      CaseHolds holds,
      Transactions transactions,
      InstantSource clock) {
    this.cases = cases;
    this.lists = lists;
    this.parameters = parameters;
    this.findContacts = findContacts;
    this.followed = followed;
    this.holds = holds;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What a trace found, and of what. */
  private record Found(
      Case of,
      Optional<Revision> before,
      Inputs inputs,
      TraceQuestion question,
      Trace trace,
      Trajectory trajectory) {}

  /**
   * What became of it.
   *
   * @param done whether it need not be traced again, with the case as it is by now
   */
  private record Kept(boolean done, Optional<Revision> revision, Case now) {}

  @Override
  public Optional<Revision> current(Case of) {
    return fresh(of).or(() -> alone(of, () -> fresh(of).or(() -> traced(of))));
  }

  /** What there is, if it is as fresh as anybody needs it. */
  private Optional<Revision> fresh(Case of) {
    return Optional.ofNullable(traced.get(of.id()))
        .filter(at -> at.plus(FRESH).isAfter(clock.instant()))
        .flatMap(at -> lists.latest(of.id()));
  }

  @Override
  public Optional<Revision> keep(Case of) {
    return alone(of, () -> traced(of));
  }

  /** Traces of one case come one after the other on this node, and few at once. */
  private Optional<Revision> alone(Case of, Supplier<Optional<Revision>> trace) {
    Lock lane = lanes.get(Math.floorMod(of.id().hashCode(), lanes.size()));
    lane.lock();
    try {
      return trace.get();
    } finally {
      lane.unlock();
    }
  }

  private Optional<Revision> traced(Case of) {
    Case known = of;
    for (int attempt = 0; attempt < MAXIMUM_ATTEMPTS && known.isOpen(); attempt++) {
      Found found = find(known);
      Kept kept = transactions.run(() -> store(found));
      if (kept.done()) {
        remember(kept.now(), clock.instant());
        return kept.revision();
      }
      known = kept.now();
    }
    if (!known.isOpen()) {
      traced.remove(known.id());
      return lists.latest(known.id());
    }
    throw new IllegalStateException("the case changes faster than it can be traced");
  }

  private void remember(Case of, Instant at) {
    if (of.isOpen()) {
      traced.put(of.id(), at);
    } else {
      traced.remove(of.id());
    }
  }

  private Found find(Case of) {
    Instant now = clock.instant();
    TraceParameters rules = parameters.current();
    Optional<Revision> before = lists.latest(of.id());
    List<TakenStatement> taken = cases.statementsOf(of.id());
    List<Statement> statements =
        taken.stream().filter(TakenStatement::stands).map(TakenStatement::told).toList();
    Map<PersonId, Instant> isolated = followed.isolated(of.id());
    var question =
        new TraceQuestion(
            of.index(),
            of.illness().infectiousFrom(rules.beforeOnset()),
            of.illness().isolatedAt(),
            of.division(),
            rules,
            statements,
            isolated,
            true,
            now);
    var inputs = new Inputs(of, rules, Basis.of(of, TakenStatement.steps(taken), isolated));
    return new Found(
        of,
        before,
        inputs,
        question,
        findContacts.trace(question),
        findContacts.trajectory(of.index(), question.window(), of.division(), statements, now));
  }

  /** Stores what was found, if the case is still what was traced; of two nodes one does. */
  private Kept store(Found found) {
    CaseId id = found.of().id();
    Case now = cases.hold(id).orElseThrow();
    Optional<Revision> latest = lists.latest(id);
    if (!now.isOpen()) {
      return new Kept(true, latest, now);
    }
    boolean overtaken = !latest.map(Revision::number).equals(found.before().map(Revision::number));
    if (overtaken) {
      return new Kept(restsOnTheSame(latest, found), latest, now);
    }
    if (now.revision() != found.of().revision()) {
      return new Kept(false, latest, now);
    }
    return new Kept(true, Optional.of(stored(found)), now);
  }

  /** Whether the trace that was faster knew what this one did. */
  private boolean restsOnTheSame(Optional<Revision> faster, Found found) {
    return new RevisionCauses(parameters::find).of(faster, found.inputs(), List.of()).isEmpty();
  }

  private Revision stored(Found found) {
    List<Contact> contacts = found.trace().contacts();
    List<ContactChange> changes = changes(lists.standings(found.of().id()), contacts);
    Set<Cause> causes =
        new RevisionCauses(parameters::find).of(found.before(), found.inputs(), changes);
    if (causes.isEmpty()) {
      Revision before = found.before().orElseThrow();
      boolean unused = lists.refresh(before, contacts);
      holds.extend(found.of(), before, found.trajectory(), contacts);
      return before;
    }
    Revision next = next(found, causes);
    if (!lists.add(next, contacts, changes)) {
      throw new IllegalStateException("somebody else holds the case");
    }
    holds.extend(found.of(), next, found.trajectory(), contacts);
    return next;
  }

  private static Revision next(Found found, Set<Cause> causes) {
    List<Contact> contacts = found.trace().contacts();
    int first = Math.toIntExact(contacts.stream().filter(one -> one.ring() == 1).count());
    return new Revision(
        found.of().id(),
        found.before().map(Revision::number).orElse(0) + 1,
        found.question().now(),
        causes,
        found.question().parameters().version(),
        found.question().window(),
        new RingCounts(first, contacts.size() - first),
        new RingCounts(found.trace().left().firstRing(), found.trace().left().secondRing()),
        found.trace().sourcesLeft(),
        found.trajectory().outside(),
        found.inputs().basis());
  }

  private static List<ContactChange> changes(
      Map<PersonId, Standing> before, List<Contact> contacts) {
    List<ContactChange> changes = new ArrayList<>();
    for (Contact contact : contacts) {
      var after = Optional.of(new Standing(contact.ring(), contact.grade()));
      Optional<Standing> was = Optional.ofNullable(before.get(contact.person()));
      if (!was.equals(after)) {
        changes.add(new ContactChange(contact.person(), was, after));
      }
    }
    var gone = new HashMap<>(before);
    contacts.forEach(contact -> gone.remove(contact.person()));
    gone.forEach(
        (person, was) ->
            changes.add(new ContactChange(person, Optional.of(was), Optional.empty())));
    return changes;
  }
}
