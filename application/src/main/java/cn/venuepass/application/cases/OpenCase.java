package cn.venuepass.application.cases;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.cases.Illness;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import java.util.Optional;

/** A tracer takes somebody under investigation. */
@FunctionalInterface
public interface OpenCase {

  /**
   * Opens a case, which the caller owns and which looks at the caller's division, and traces it.
   *
   * @throws cn.venuepass.domain.InvalidValue when a time lies in the future, onset or sample longer
   *     ago than visits are kept, or the isolation before the infectious window
   */
  Result<CaseView> open(Caller.Staff tracer, Opening opening, Optional<CreationKey> key);

  /** What a case begins with; the name is kept only if the person is new. */
  record Opening(
      ResidentIdNumber idNumber,
      Optional<PersonName> name,
      String reference,
      String purpose,
      Illness illness) {
    @Override
    public String toString() {
      return "Opening[***]";
    }
  }
}
