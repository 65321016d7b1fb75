package cn.venuepass.application.survey;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.survey.AppliedVenue;
import cn.venuepass.domain.survey.PlacePair;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which places and venues may be the same: what is to be compared, what is offered to a person, and
 * what somebody said is not so.
 */
public interface PlaceMatchRepository {

  /**
   * What is to be compared in some communities.
   *
   * @param places that are there and linked to nothing; also those of other communities that share
   *     their social credit code with one of the venues, below the same headquarters
   * @param venues that are not removed and linked to nothing; also those of other communities that
   *     share their code with one of the places
   * @param refused pairs that are not the same
   * @param offered pairs that a person is asked about, with their scores
   */
  record Compared(
      List<SurveyPlace> places,
      List<AppliedVenue> venues,
      Set<PlacePair> refused,
      Map<PlacePair, Integer> offered) {}

  Compared compare(Collection<DivisionCode> communities);

  /** The places that are linked to venues which were removed, where either lies there. */
  List<SurveyPlace> listLinkedToRemoved(Collection<DivisionCode> communities);

  /** Communities with something to compare, or with links to venues that were removed. */
  Set<DivisionCode> listUnsettled();

  /** Offers pairs, or changes their scores; one that was refused stays so. */
  void offer(Map<PlacePair, Integer> scores, Instant at);

  /** Takes offers back. */
  void withdraw(Collection<PlacePair> pairs);

  /** Takes back all offers of the places and of the venues, and what was said of each two. */
  void settle(Collection<PlacePair> pairs);

  /** Takes back all offers of the place. */
  void withdraw(SurveyPlaceId place);

  /** Remembers that the two are not the same. */
  void refuse(PlacePair pair, Instant at);

  /** Whether the pair is offered to a person. */
  boolean isOffered(PlacePair pair);

  /**
   * Offers of which both lie in the jurisdiction and are still linked to nothing, the oldest first.
   */
  Page<OfferedMatch> listWithin(
      Jurisdiction jurisdiction, Optional<VenueId> venue, PageRequest request);
}
