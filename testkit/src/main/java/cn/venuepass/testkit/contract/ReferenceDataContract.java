package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.venue.DivisionRepository} and {@link
 * cn.venuepass.application.venue.VenueTypeRepository}, as far as administrators maintain them.
 */
public interface ReferenceDataContract extends StoreContract {

  @Test
  default void aDivisionShouldLieWithinItselfAndWhatIsAboveIt() {
    Division root = fixtures().aDivision(Division.Level.HEADQUARTERS, Optional.empty());
    Division territory = below(root, Division.Level.TERRITORY);
    Division beside = below(root, Division.Level.TERRITORY);
    Division community = below(territory, Division.Level.COMMUNITY);
    var divisions = stores().divisions();
    assertThat(divisions.isWithin(community.code(), community.code())).isTrue();
    assertThat(divisions.isWithin(community.code(), territory.code())).isTrue();
    assertThat(divisions.isWithin(community.code(), root.code())).isTrue();
    assertThat(divisions.isWithin(community.code(), beside.code())).isFalse();
    assertThat(divisions.isWithin(territory.code(), community.code())).isFalse();
  }

  @Test
  default void aDivisionShouldGoOnlyWhenNothingRestsOnIt() {
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    Division community = below(territory, Division.Level.COMMUNITY);
    assertThat(stores().divisions().remove(territory.code())).isFalse();
    assertThat(stores().divisions().remove(community.code())).isTrue();
    assertThat(stores().divisions().remove(community.code())).isFalse();
    assertThat(stores().divisions().find(community.code())).isEmpty();
    Division visited = below(territory, Division.Level.COMMUNITY);
    Venue venue = fixtures().aVenue().in(visited.code()).add();
    assertThat(stores().venues().replace(venue.removed(clock().instant()).orElseThrow())).isTrue();
    assertThat(stores().divisions().remove(visited.code())).isFalse();
    Division staffed = below(territory, Division.Level.COMMUNITY);
    addReviewer(staffed);
    assertThat(stores().divisions().remove(staffed.code())).isFalse();
    assertThat(stores().divisions().find(staffed.code())).contains(staffed);
  }

  @Test
  default void aVenueTypeShouldGoOnlyWhenThereIsNoVenueOfIt() {
    VenueType unused = fixtures().aVenueType(StayRules.DEFAULT);
    assertThat(stores().venueTypes().remove(unused.code())).isTrue();
    assertThat(stores().venueTypes().remove(unused.code())).isFalse();
    assertThat(stores().venueTypes().find(unused.code())).isEmpty();
    VenueType used = fixtures().aVenueType(StayRules.DEFAULT);
    Venue venue = fixtures().aVenue().ofType(used).add();
    assertThat(stores().venues().replace(venue.removed(clock().instant()).orElseThrow())).isTrue();
    assertThat(stores().venueTypes().remove(used.code())).isFalse();
  }

  @Test
  default void aDepartmentShouldFindTheVenuesOfItsTypesAlone() {
    VenueType own = fixtures().aVenueType(StayRules.DEFAULT);
    Venue venue = fixtures().aVenue().ofType(own).add();
    Venue other = fixtures().aVenue().add();
    var department =
        new Jurisdiction.OfVenueTypes(Set.of(own.code(), new VenueTypeCode("NO_SUCH")));
    assertThat(stores().venues().findWithin(venue.id(), department)).contains(venue);
    assertThat(stores().venues().findWithin(other.id(), department)).isEmpty();
  }

  private void addReviewer(Division division) {
    var account =
        StaffAccount.added(
            new StaffId(UUID.randomUUID()),
            new Username("staff-" + UUID.randomUUID()),
            Set.of(Role.REVIEWER),
            Jurisdiction.of(division.code()),
            clock().instant());
    assertThat(stores().staff().add(account, "hash")).isTrue();
  }

  private Division below(Division above, Division.Level level) {
    return fixtures().aDivision(level, Optional.of(above.code()));
  }
}
