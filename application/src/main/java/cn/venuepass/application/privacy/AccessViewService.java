package cn.venuepass.application.privacy;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.audit.AuditLog;
import cn.venuepass.application.audit.AuditLog.Concerned;
import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Access;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class AccessViewService implements ViewAccesses {
  private final AuditLog log;
  private final FamilyRepository family;

  AccessViewService(AuditLog log, FamilyRepository family) {
    this.log = log;
    this.family = family;
  }

  @Override
  public Page<MyAccess> list(Caller.Resident resident, PageRequest request) {
    if (resident.person().isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    PersonId own = resident.person().get();
    List<FamilyLink> links = family.listOf(resident.account());
    List<Concerned> people = new ArrayList<>();
    people.add(new Concerned(own, Instant.EPOCH));
    links.forEach(link -> people.add(new Concerned(link.person(), link.since())));
    return log.listAccesses(people, resident.account(), request)
        .map(access -> mine(access, own, links));
  }

  private static MyAccess mine(Access access, PersonId own, List<FamilyLink> links) {
    return new MyAccess(
        access,
        access.people().contains(own),
        links.stream()
            .filter(link -> access.people().contains(link.person()))
            .map(FamilyLink::id)
            .toList());
  }
}
