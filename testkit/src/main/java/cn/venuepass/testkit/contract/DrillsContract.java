package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.drill.DrillRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.drill.Drill;
import cn.venuepass.domain.drill.DrillClock;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link DrillRepository}. */
public interface DrillsContract extends StoreContract {

  @Test
  default void drillsShouldBeListedWithinAJurisdictionTheLatestFirst() {
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    DivisionCode one = communityOf(territory);
    DivisionCode other = communityOf(territory);
    Drill first = aDrill(one);
    clock().advance(Duration.ofMinutes(1));
    Drill second = aDrill(other);
    Jurisdiction whole = Jurisdiction.of(territory.code());
    Page<Drill> page = drills().listWithin(whole, Optional.empty(), PageRequest.first(1));
    assertThat(page.items()).containsExactly(second);
    assertThat(
            drills().listWithin(whole, Optional.empty(), new PageRequest(1, page.next())).items())
        .containsExactly(first);
    assertThat(drills().listWithin(whole, Optional.of(one), PageRequest.first(9)).items())
        .containsExactly(first);
    assertThat(
            drills()
                .listWithin(Jurisdiction.of(one), Optional.of(other), PageRequest.first(9))
                .items())
        .isEmpty();
    var types = new Jurisdiction.OfVenueTypes(Set.of(new VenueTypeCode("ANY")));
    assertThat(drills().listWithin(types, Optional.empty(), PageRequest.first(9)).items())
        .isEmpty();
    assertThat(drills().find(first.of())).contains(first);
    assertThat(drills().find(new CaseId(UUID.randomUUID()))).isEmpty();
    assertThat(stores().divisions().remove(one)).isFalse();
  }

  @Test
  default void aDrillShouldEndOnce() {
    Drill drill = aDrill(fixtures().aCommunity());
    assertThat(drills().listRunning()).contains(drill);
    Instant at = drill.openedAt();
    var clock =
        new DrillClock(
            at,
            Optional.of(at.plusSeconds(60)),
            Optional.of(at.plusSeconds(120)),
            Optional.empty(),
            Optional.of(at.plusSeconds(600)),
            5,
            3);
    assertThat(drills().end(drill.ended(clock))).isTrue();
    assertThat(drills().end(drill.ended(clock.stopped(at.plusSeconds(999))))).isFalse();
    assertThat(drills().find(drill.of())).contains(drill.ended(clock));
    assertThat(drills().listRunning()).doesNotContain(drill, drill.ended(clock));
  }

  private DivisionCode communityOf(Division territory) {
    return fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
  }

  private Drill aDrill(DivisionCode community) {
    var drill =
        new Drill(
            new CaseId(UUID.randomUUID()),
            "样本演练",
            community,
            UUID.randomUUID().toString(),
            new StaffId(UUID.randomUUID()),
            clock().instant(),
            Optional.empty());
    drills().add(drill);
    return drill;
  }

  private DrillRepository drills() {
    return stores().drills();
  }
}
