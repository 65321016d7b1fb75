package cn.venuepass.application.privacy;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Access;
import cn.venuepass.domain.person.FamilyLinkId;
import java.util.List;

/** A resident sees who looked at their data, and at that of the family whom they look after. */
@FunctionalInterface
public interface ViewAccesses {

  /**
   * The looks of others, the latest first; at family members' data those since they are looked
   * after.
   */
  Page<MyAccess> list(Caller.Resident resident, PageRequest request);

  /**
   * A look.
   *
   * @param own whether the resident's own data was looked at
   * @param family the family members whose data was
   */
  record MyAccess(Access access, boolean own, List<FamilyLinkId> family) {}
}
