package cn.venuepass.application.person;

import cn.venuepass.domain.pass.PaperPass;
import cn.venuepass.domain.pass.PaperPassId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Optional;

/** Paper passes. Revoked ones stay, since a device may bring what it read before. */
public interface PaperPassRepository {

  /**
   * Adds a pass and revokes the one that was good before. Of passes that are issued at once for one
   * person one stays good.
   */
  void issue(PaperPass pass);

  Optional<PaperPass> find(PaperPassId pass);

  /** The person's pass that is good now. */
  Optional<PaperPass> findGood(PersonId person);

  /**
   * Revokes the person's pass.
   *
   * @return false when none was good
   */
  boolean revoke(PersonId person, Instant at);
}
