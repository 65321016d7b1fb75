package cn.venuepass.application.cases;

import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What is known of contacts since somebody follows them up. */
public interface FollowedContacts {
  /** Nobody is followed up. */
  FollowedContacts NONE =
      new FollowedContacts() {
        @Override
        public Map<PersonId, Instant> isolated(CaseId of) {
          return Map.of();
        }

        @Override
        public Set<PersonId> settled(CaseId of) {
          return Set.of();
        }
      };

  /** The contacts of the case who meet nobody any more, and since when. */
  Map<PersonId, Instant> isolated(CaseId of);

  /** The contacts of the case who need no call: they were reached, are isolated or released. */
  Set<PersonId> settled(CaseId of);
}
