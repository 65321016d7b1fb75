package cn.venuepass.application.coverage;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.coverage.CoverageRow;
import cn.venuepass.domain.coverage.Lack;
import cn.venuepass.domain.coverage.Stage;
import cn.venuepass.domain.survey.PlaceDetails;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads how far places have come, from what is stored at this very moment: a passage that was
 * answered before counts. Places that a survey found gone do not count, nor do removed venues. No
 * answer takes longer for how much history there is.
 */
public interface CoverageRepository {

  /** The numbers of each type in each division that has any, in no order. */
  List<CoverageRow> count(Extent extent, Instant now);

  /** The places that are looked for, in the order in which they were surveyed. */
  Page<PlaceStanding> listPlaces(
      Extent extent, PlaceSearch search, Instant now, PageRequest request);

  /** The venues that no place is linked to, in the order of application. */
  Page<UnsurveyedVenue> listUnsurveyed(Extent extent, PageRequest request);

  /** What all places and venues lack, in no order; nothing twice. */
  List<Lack> listLacks(Instant now);

  /**
   * A surveyed place and how far it has come.
   *
   * @param venue the venue that is linked to it, unless that is removed
   * @param lastPassage when somebody last came in there, within {@link Stage#PROOF}
   */
  record PlaceStanding(
      SurveyPlaceId id,
      PlaceDetails details,
      Instant surveyedAt,
      Stage stage,
      Optional<VenueId> venue,
      Optional<Instant> lastPassage) {}

  /** A venue that somebody applied for and no survey found; nothing personal. */
  record UnsurveyedVenue(
      VenueId id,
      VenueName name,
      VenueTypeCode type,
      DivisionCode community,
      Address address,
      VenueStatus status,
      Instant appliedAt) {}
}
