package cn.venuepass.benchmarks.load;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.domain.visit.VisitedVenue;
import com.fasterxml.uuid.Generators;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers every scan as if it were stored, and stores none. */
final class ForgetfulLedger implements VisitLedger {
  private static final Duration STAY = Duration.ofMinutes(40);

  private final IdGenerator ids = Generators.timeBasedEpochGenerator()::generate;
  private final Map<PosterId, Known> posters = new HashMap<>();

  private record Known(VisitedVenue venue, Direction direction) {}

  ForgetfulLedger(int venues) {
    for (int i = 0; i < venues; i++) {
      var venue = new VisitedVenue(new VenueId(UUID.randomUUID()), new VenueName("样本宾馆" + i));
      for (Direction direction : Direction.values()) {
        posters.put(BareServer.poster(i, direction), new Known(venue, direction));
      }
    }
  }

  @Override
  public Optional<ScanRecord> apply(Scan scan) {
    return scan.target() instanceof ScanTarget.AtPoster at
        ? Optional.ofNullable(posters.get(at.poster())).map(known -> answer(scan, known))
        : Optional.empty();
  }

  @Override
  public Optional<ScanRecord> findAnswer(Scan scan) {
    return Optional.empty();
  }

  private ScanRecord answer(Scan scan, Known known) {
    var visit = new VisitId(ids.next());
    ScanOutcome outcome =
        known.direction() == Direction.IN
            ? new ScanOutcome.Entered(visit)
            : new ScanOutcome.Left(visit, scan.at().minus(STAY));
    return new ScanRecord(
        scan.id(), known.venue(), known.direction(), scan.at(), outcome, List.of());
  }
}
