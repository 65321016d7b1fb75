package cn.venuepass.application.survey;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.survey.PlacePair;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.VenueId;
import java.util.List;
import java.util.Optional;

/** A person says which surveyed place is which venue, within the own jurisdiction. */
public interface JudgeMatches {

  /** What may be the same, the longest offered first. */
  Page<OfferedMatch> offers(Caller.Staff staff, Optional<VenueId> venue, PageRequest request);

  /** Which surveyed place the venue is or may be. */
  Result<PlacesOfVenue> placesOf(Caller.Staff staff, VenueId venue);

  /** The two are the same, offered or not. */
  Result<SurveyPlace> link(Caller.Staff staff, PlacePair pair);

  /** The place is not the venue that it is linked to, and will not be linked to it by itself. */
  Result<SurveyPlace> unlink(Caller.Staff staff, SurveyPlaceId place);

  /** The two that were offered are not the same. */
  Result<PlacePair> refuse(Caller.Staff staff, PlacePair pair);

  /** The place is gone. */
  Result<SurveyPlace> remove(Caller.Staff staff, SurveyPlaceId place);

  /** The place that a venue is, or the offers for it. */
  record PlacesOfVenue(Optional<SurveyPlace> linked, List<OfferedMatch> offers) {}
}
