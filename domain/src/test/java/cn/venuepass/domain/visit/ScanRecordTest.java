package cn.venuepass.domain.visit;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.visit.ScanOutcome.Kind;
import cn.venuepass.domain.visit.ScanRecord.CompanionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScanRecordTest {
  private static final Instant SINCE = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant NOW = SINCE.plus(ofMinutes(90));
  private static final VisitId VISIT = new VisitId(new UUID(1, 1));

  @Test
  void anEntryShouldNameItsVisitOnly() {
    ScanRecord record = record(new ScanOutcome.Entered(VISIT));
    assertThat(record.outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(record.visit()).contains(VISIT);
    assertThat(record.since()).isEmpty();
    assertThat(record.stay()).isEmpty();
  }

  @Test
  void alreadyInsideShouldTellSinceWhen() {
    ScanRecord record = record(new ScanOutcome.AlreadyInside(VISIT, SINCE));
    assertThat(record.outcome().kind()).isEqualTo(Kind.ALREADY_INSIDE);
    assertThat(record.visit()).contains(VISIT);
    assertThat(record.since()).contains(SINCE);
    assertThat(record.stay()).isEmpty();
  }

  @Test
  void anExitShouldTellHowLongTheVisitLasted() {
    ScanRecord record = record(new ScanOutcome.Left(VISIT, SINCE));
    assertThat(record.outcome().kind()).isEqualTo(Kind.LEFT);
    assertThat(record.visit()).contains(VISIT);
    assertThat(record.since()).contains(SINCE);
    assertThat(record.stay()).contains(ofMinutes(90));
  }

  @Test
  void anExitWithoutEntryShouldNotClaimAStay() {
    ScanRecord record = record(new ScanOutcome.LeftWithoutEntry(VISIT));
    assertThat(record.outcome().kind()).isEqualTo(Kind.LEFT_WITHOUT_ENTRY);
    assertThat(record.visit()).contains(VISIT);
    assertThat(record.since()).isEmpty();
    assertThat(record.stay()).isEmpty();
  }

  @Test
  void aRefusalShouldHaveNoVisit() {
    ScanRecord record = record(new ScanOutcome.Refused(RefusalReason.VENUE_FULL));
    assertThat(record.outcome().kind()).isEqualTo(Kind.REFUSED);
    assertThat(record.visit()).isEmpty();
    assertThat(record.since()).isEmpty();
    assertThat(record.stay()).isEmpty();
  }

  @Test
  void theAnswersForCompanionsShouldStayInOrderAndNotChangeAfterwards() {
    var one = companion(1, new ScanOutcome.Entered(VISIT));
    var other = companion(2, new ScanOutcome.Refused(RefusalReason.VENUE_FULL));
    List<CompanionRecord> companions = new ArrayList<>(List.of(one, other));
    ScanRecord record = record(new ScanOutcome.Entered(VISIT), companions);
    companions.clear();
    assertThat(record.companions()).containsExactly(one, other);
  }

  private static CompanionRecord companion(int family, ScanOutcome outcome) {
    return new CompanionRecord(new FamilyLinkId(new UUID(3, family)), outcome);
  }

  private static ScanRecord record(ScanOutcome outcome) {
    return record(outcome, List.of());
  }

  private static ScanRecord record(ScanOutcome outcome, List<CompanionRecord> companions) {
    var venue = new VisitedVenue(new VenueId(new UUID(2, 2)), new VenueName("塔里木宾馆"));
    return new ScanRecord(new ScanId("scan-1"), venue, Direction.IN, NOW, outcome, companions);
  }
}
