package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Doors.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Scan.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScanTest {
  private static final ScanId ID = new ScanId("scan-1");
  private static final PersonId PERSON = new PersonId(new UUID(1, 1));
  private static final AccountId MANAGER = new AccountId(new UUID(2, 2));
  private static final ScanTarget.AtPoster POSTER =
      new ScanTarget.AtPoster(new PosterId(new UUID(3, 3)));
  private static final ScanTarget DOOR =
      new ScanTarget.AtVenue(new VenueId(new UUID(4, 4)), Direction.IN);
  private static final Companion COMPANION =
      new Companion(
          new FamilyLinkId(new UUID(5, 5)),
          new PersonId(new UUID(6, 6)),
          new AccountId(new UUID(7, 7)));

  @Test
  void aScanOfAPosterShouldBeThePersonsOwnAndLive() {
    assertThat(Scan.ofPoster(ID, PERSON, POSTER, ENTRY))
        .isEqualTo(
            new Scan(
                ID,
                PERSON,
                List.of(),
                POSTER,
                ScanMethod.POSTER,
                Optional.empty(),
                false,
                ENTRY,
                TimeSource.SERVER));
  }

  @Test
  void aScanByAManagerShouldNameTheManager() {
    assertThat(byManager())
        .isEqualTo(
            new Scan(
                ID,
                PERSON,
                List.of(),
                DOOR,
                ScanMethod.PAPER_PASS,
                Optional.of(MANAGER),
                false,
                ENTRY,
                TimeSource.SERVER));
  }

  @Test
  void aScanMayBeForMorePeopleOverCapacityAndKeptByADevice() {
    Instant deviceTime = ENTRY.minusSeconds(3600);
    assertThat(
            byManager().with(List.of(COMPANION)).admittingOverCapacity().keptByDevice(deviceTime))
        .isEqualTo(
            new Scan(
                ID,
                PERSON,
                List.of(COMPANION),
                DOOR,
                ScanMethod.PAPER_PASS,
                Optional.of(MANAGER),
                true,
                deviceTime,
                TimeSource.DEVICE));
  }

  @Test
  void aScanShouldNotLoseWhatItIsWhicheverComesFirst() {
    Scan scan = byManager();
    assertThat(scan.keptByDevice(ENTRY).admittingOverCapacity().with(List.of(COMPANION)))
        .isEqualTo(scan.with(List.of(COMPANION)).admittingOverCapacity().keptByDevice(ENTRY));
  }

  @Test
  void theCompanionsShouldNotChangeAfterwards() {
    List<Companion> companions = new ArrayList<>(List.of(COMPANION));
    Scan scan = byManager().with(companions);
    companions.clear();
    assertThat(scan.companions()).containsExactly(COMPANION);
  }

  private static Scan byManager() {
    return Scan.byManager(ID, PERSON, DOOR, ScanMethod.PAPER_PASS, MANAGER, ENTRY);
  }
}
