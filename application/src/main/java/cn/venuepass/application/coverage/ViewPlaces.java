package cn.venuepass.application.coverage;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.coverage.CoverageRepository.PlaceStanding;
import cn.venuepass.application.coverage.CoverageRepository.UnsurveyedVenue;
import cn.venuepass.domain.access.Jurisdiction;

/** The places and venues behind the numbers of {@link ViewCoverage}, with the same denials. */
public interface ViewPlaces {

  /** The places that are looked for, in the order in which they were surveyed. */
  Result<Page<PlaceStanding>> places(
      Jurisdiction jurisdiction, CoverageFilter filter, PlaceSearch search, PageRequest request);

  /** The venues that applied and that no survey found, in the order of application. */
  Result<Page<UnsurveyedVenue>> unsurveyed(
      Jurisdiction jurisdiction, CoverageFilter filter, PageRequest request);
}
