package cn.venuepass.application.visit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class VisitService implements ListMyVisits {
  private final VisitRepository visits;
  private final FamilyRepository family;
  private final Stays stays;
  private final AuditTrail audit;

  VisitService(VisitRepository visits, FamilyRepository family, Stays stays, AuditTrail audit) {
    this.visits = visits;
    this.family = family;
    this.stays = stays;
    this.audit = audit;
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
    noteFamily(resident, page, members.keySet());
    var stayOf = stays.of(page.items());
    return page.map(
        recorded ->
            new MyVisit(
                recorded.visit(),
                recorded.venue(),
                stayOf.apply(recorded),
                recorded.doubt(),
                Optional.ofNullable(members.get(recorded.visit().person()))));
  }

  private void noteFamily(
      Caller.Resident resident, Page<RecordedVisit> shown, Set<PersonId> members) {
    audit.noteLook(
        Actor.guardian(resident.account()),
        Deed.of(AuditAction.FAMILY_VISITS_VIEWED, AuditPurpose.FAMILY)
            .about(
                shown.items().stream()
                    .map(recorded -> recorded.visit().person())
                    .filter(members::contains)
                    .toList()));
  }
}
