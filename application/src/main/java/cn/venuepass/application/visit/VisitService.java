package cn.venuepass.application.visit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

final class VisitService implements ListMyVisits {
  private final VisitRepository visits;
  private final FamilyRepository family;
  private final Stays stays;

  VisitService(VisitRepository visits, FamilyRepository family, Stays stays) {
    this.visits = visits;
    this.family = family;
    this.stays = stays;
  }

  @Override
  public Page<MyVisit> list(
      Caller.Resident resident, Instant from, Instant to, PageRequest request) {
    if (resident.person().isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    List<FamilyLink> links = family.listOf(resident.account());
    List<Watched> people = new ArrayList<>();
    people.add(new Watched(resident.person().get(), Instant.EPOCH));
    links.forEach(link -> people.add(new Watched(link.person(), link.since())));
    Map<PersonId, FamilyLinkId> members =
        links.stream().collect(Collectors.toMap(FamilyLink::person, FamilyLink::id));

    Page<RecordedVisit> page = visits.listOf(people, from, to, request);
    var stayOf = stays.of(page.items());
    return page.map(
        recorded ->
            new MyVisit(
                recorded.visit(),
                recorded.venue(),
                stayOf.apply(recorded),
                Optional.ofNullable(members.get(recorded.visit().person()))));
  }
}
