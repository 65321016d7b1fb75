package cn.venuepass.application.cases;

import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.application.tracing.TraceParametersRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.tracing.Interval;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/** Makes views of cases and of people in them. */
final class CaseViews {
  private final StaffRepository staff;
  private final CasePeople people;
  private final TraceParametersRepository parameters;
  private final ContactLists lists;
  private final InstantSource clock;

  CaseViews(
      StaffRepository staff,
      CasePeople people,
      TraceParametersRepository parameters,
      ContactLists lists,
      InstantSource clock) {
    this.staff = staff;
    this.people = people;
    this.parameters = parameters;
    this.lists = lists;
    this.clock = clock;
  }

  /** The infectious window as far as it has come. */
  Interval window(Case of) {
    Instant now = of.closing().map(Case.Closing::at).orElseGet(clock::instant);
    Instant from = of.illness().infectiousFrom(parameters.current().beforeOnset());
    return new Interval(from, of.illness().isolatedAt().filter(now::isAfter).orElse(now));
  }

  /** How people are shown to a team. */
  CasePeople people() {
    return people;
  }

  CaseView inList(Caller.Staff caller, Case of) {
    return view(caller, of, Optional.empty(), false);
  }

  /** With the index person, for the team of an open case. */
  CaseView alone(Caller.Staff caller, Case of) {
    boolean shown = of.isOpen() && of.team().contains(caller.account().id());
    return view(
        caller, of, shown ? Optional.of(people.of(of, of.index())) : Optional.empty(), true);
  }

  private CaseView view(
      Caller.Staff caller, Case of, Optional<ShownPerson> index, boolean revision) {
    return new CaseView(
        of,
        window(of),
        username(of.owner()),
        of.team().stream()
            .map(member -> new CaseView.Member(member, username(member)))
            .sorted(Comparator.comparing(member -> member.name().text()))
            .toList(),
        of.team().contains(caller.account().id()),
        index,
        revision ? lists.latest(of.id()) : Optional.empty());
  }

  private Username username(StaffId id) {
    return staff.find(id).map(StaffAccount::username).orElseThrow();
  }
}
