package cn.venuepass.application.cases;

import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.application.tracing.TraceParametersRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.TraceParameters;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes views of cases and of people in them. */
final class CaseViews {
  private final CaseRepository cases;
  private final StaffRepository staff;
  private final CasePeople people;
  private final TraceParametersRepository parameters;
  private final ContactLists lists;
  private final InstantSource clock;

  CaseViews(
      CaseRepository cases,
      StaffRepository staff,
      CasePeople people,
      TraceParametersRepository parameters,
      ContactLists lists,
      InstantSource clock) {
    this.cases = cases;
    this.staff = staff;
    this.people = people;
    this.parameters = parameters;
    this.lists = lists;
    this.clock = clock;
  }

  /**
   * The infectious window as far as it has come; of a closed case by the rules of its last trace.
   */
  Interval window(Case of) {
    return windows(List.of(of)).apply(of);
  }

  private Function<Case, Interval> windows(List<Case> cases) {
    List<CaseId> closed = cases.stream().filter(of -> !of.isOpen()).map(Case::id).toList();
    Map<CaseId, Integer> followed = lists.rulesOf(closed);
    Map<Integer, TraceParameters> rules =
        followed.values().stream()
            .distinct()
            .flatMap(version -> parameters.find(version).stream())
            .collect(toMap(TraceParameters::version, known -> known));
    TraceParameters current = parameters.current();
    return of ->
        window(
            of,
            Optional.ofNullable(followed.get(of.id()))
                .flatMap(version -> Optional.ofNullable(rules.get(version)))
                .orElse(current));
  }

  private Interval window(Case of, TraceParameters rules) {
    Instant now = of.closing().map(Case.Closing::at).orElseGet(clock::instant);
    Instant from = of.illness().infectiousFrom(rules.beforeOnset());
    return new Interval(from, of.illness().isolatedAt().filter(now::isAfter).orElse(now));
  }

  /** How people are shown to a team. */
  CasePeople people() {
    return people;
  }

  /** How each of these stands in a list. */
  Function<Case, CaseView> inList(Caller.Staff caller, List<Case> listed) {
    Function<StaffId, Username> names = names(listed);
    Function<Case, Interval> windows = windows(listed);
    return of ->
        view(caller, of, names, windows.apply(of), Optional.empty(), Optional.empty(), List.of());
  }

  /** With the index person, for the team of an open case. */
  CaseView alone(Caller.Staff caller, Case of) {
    boolean shown = of.isOpen() && of.team().contains(caller.account().id());
    return view(
        caller,
        of,
        names(List.of(of)),
        window(of),
        shown ? Optional.of(people.of(of, of.index())) : Optional.empty(),
        lists.latest(of.id()),
        shown ? others(caller, of) : List.of());
  }

  private List<CaseId> others(Caller.Staff caller, Case of) {
    return cases.listOpenOf(of.index(), caller.account().jurisdiction()).stream()
        .filter(other -> !other.equals(of.id()))
        .toList();
  }

  private CaseView view(
      Caller.Staff caller,
      Case of,
      Function<StaffId, Username> names,
      Interval window,
      Optional<ShownPerson> index,
      Optional<Revision> latest,
      List<CaseId> alsoOpen) {
    return new CaseView(
        of,
        window,
        names.apply(of.owner()),
        of.team().stream()
            .map(member -> new CaseView.Member(member, names.apply(member)))
            .sorted(Comparator.comparing(member -> member.name().text()))
            .toList(),
        of.team().contains(caller.account().id()),
        index,
        latest,
        alsoOpen);
  }

  /** The names of all who work on these. */
  private Function<StaffId, Username> names(List<Case> cases) {
    Map<StaffId, Username> known =
        staff
            .findAll(
                cases.stream()
                    .flatMap(of -> Stream.concat(Stream.of(of.owner()), of.team().stream()))
                    .distinct()
                    .toList())
            .stream()
            .collect(toMap(StaffAccount::id, StaffAccount::username));
    return id -> Optional.ofNullable(known.get(id)).orElseThrow();
  }
}
