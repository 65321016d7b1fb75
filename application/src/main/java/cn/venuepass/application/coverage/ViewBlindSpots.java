package cn.venuepass.application.coverage;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.coverage.BlindSpotRepository.Listed;
import cn.venuepass.application.coverage.BlindSpotRepository.Past;
import cn.venuepass.application.coverage.BlindSpotRepository.State;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.coverage.BlindSpotId;
import cn.venuepass.domain.coverage.DivisionSum;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.GapCounts;
import java.util.List;
import java.util.Optional;

/** The blind-spot ledger of a jurisdiction; what is unknown or out of reach is NOT_FOUND. */
public interface ViewBlindSpots {

  /** The tasks, the one that is or was due first coming first. */
  Result<Page<Listed>> list(
      Jurisdiction jurisdiction,
      CoverageFilter filter,
      Optional<Gap> gap,
      State state,
      PageRequest request);

  Result<WithHistory> view(Jurisdiction jurisdiction, BlindSpotId task);

  /** How many tasks there are for each gap, by division. */
  Result<DivisionSum<GapCounts>> summary(Jurisdiction jurisdiction, CoverageFilter filter);

  /** A task and what became of it, in order. */
  record WithHistory(Listed listed, List<Past> history) {}
}
