package cn.venuepass.application.venue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrowseReferenceDataTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final BrowseReferenceData browse = app.useCases().venue().browseReferenceData();

  @Test
  void divisionsShouldBeThoseDirectlyBelow() {
    Division root = fixtures.aDivision(Division.Level.HEADQUARTERS, Optional.empty());
    Division territory = fixtures.aDivision(Division.Level.TERRITORY, Optional.of(root.code()));
    Division community =
        fixtures.aDivision(Division.Level.COMMUNITY, Optional.of(territory.code()));
    assertThat(browse.divisions(Optional.empty())).containsExactly(root);
    assertThat(browse.divisions(Optional.of(root.code()))).containsExactly(territory);
    assertThat(browse.divisions(Optional.of(territory.code()))).containsExactly(community);
    assertThat(browse.divisions(Optional.of(community.code()))).isEmpty();
  }

  @Test
  void venueTypesShouldBeAllOfThem() {
    VenueType first = fixtures.aVenueType(StayRules.DEFAULT);
    VenueType second = fixtures.aVenueType(StayRules.DEFAULT);
    assertThat(browse.venueTypes()).containsExactlyInAnyOrder(first, second);
  }
}
