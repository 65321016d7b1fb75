package cn.venuepass.application.followup;

import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Which contacts were told of their exposure, each once per case. */
public interface ExposureNotices {

  /**
   * Notes that these people, each named once, are told now. Of concurrent calls one tells a person.
   *
   * @return those who have an account and were not told before, in no order
   */
  List<PersonId> mark(CaseId of, Collection<PersonId> people, Instant now);

  /** Those of the people who were told. */
  List<PersonId> told(CaseId of, Collection<PersonId> people);
}
