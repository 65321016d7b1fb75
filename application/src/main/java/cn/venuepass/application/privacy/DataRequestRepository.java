package cn.venuepass.application.privacy;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.Watched;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.privacy.DataRequest;
import cn.venuepass.domain.privacy.DataRequest.AboutVisit;
import cn.venuepass.domain.privacy.DataRequest.Decision;
import cn.venuepass.domain.privacy.DataRequest.Status;
import cn.venuepass.domain.privacy.DataRequestId;
import cn.venuepass.domain.visit.VisitId;
import java.util.Collection;
import java.util.Optional;

/** What people ask about their data. */
public interface DataRequestRepository {
  /** How many requests of one person may be open at once. */
  int MOST_OPEN = 10;

  /** The visit, if it is one of these people's, since they are watched. */
  Optional<AboutVisit> findVisit(Collection<Watched> people, VisitId visit);

  /**
   * Adds a request of an account that exists.
   *
   * @return false, with nothing changed, when the person has {@link #MOST_OPEN} open ones, also of
   *     concurrent calls
   */
  boolean add(DataRequest request);

  /** The requests that somebody made, the latest first. */
  Page<DataRequest> listOf(PersonId person, PageRequest request);

  Optional<DataRequest> findOf(PersonId person, DataRequestId id);

  /** The requests that a desk answers, the oldest first. */
  Page<DataRequest> listFor(Desk desk, Status status, PageRequest request);

  Optional<DataRequest> findFor(Desk desk, DataRequestId id);

  /**
   * Decides a request for good; of concurrent decisions one is.
   *
   * @return false, with nothing changed, when it is decided already
   */
  boolean decide(DataRequestId id, Decision decision);

  /**
   * Who answers: reviewers those about visits to venues of their jurisdiction, administrators of a
   * root of the tree all others.
   */
  record Desk(Jurisdiction jurisdiction, boolean reviews, boolean administers) {}
}
