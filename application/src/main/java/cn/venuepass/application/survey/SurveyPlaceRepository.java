package cn.venuepass.application.survey;

import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.survey.PlaceKey;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Surveyed places. Removed ones are found by nothing but their id, code or key. */
public interface SurveyPlaceRepository {

  /**
   * Adds a place.
   *
   * @return false, with nothing changed, if another place has its social credit code or its key, or
   *     is linked to the same venue
   */
  boolean add(SurveyPlace place);

  /**
   * Stores the next version of a place.
   *
   * @return false, with nothing changed, unless the stored revision is the one before, and no other
   *     place has its social credit code, its key or the venue that it is linked to
   */
  boolean replace(SurveyPlace next);

  /**
   * Adds places and stores the next versions of others, all or none. Of whoever stores the same at
   * once one succeeds.
   *
   * @return false, with nothing changed, where one of them could not be added or replaced
   */
  boolean store(List<SurveyPlace> added, List<SurveyPlace> changed);

  /** The place, if it lies in the jurisdiction. */
  Optional<SurveyPlace> findWithin(SurveyPlaceId place, Jurisdiction jurisdiction);

  /** The place with that key, removed or not. */
  Optional<SurveyPlace> findByKey(PlaceKey key);

  /** The places with one of those codes or keys, removed or not. */
  List<SurveyPlace> listKnown(Collection<SocialCreditCode> codes, Collection<PlaceKey> keys);

  /** The place that is linked to the venue. */
  Optional<SurveyPlace> findByVenue(VenueId venue);
}
