package cn.venuepass.application.inspection;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewInspectionStatisticsTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Division top = fixtures.aDivision(Division.Level.HEADQUARTERS, Optional.empty());
  private final Division north = below(Division.Level.TERRITORY, top);
  private final Division south = below(Division.Level.TERRITORY, top);
  private final Division village = below(Division.Level.COMMUNITY, north);
  private final VenueType hotel = fixtures.aVenueType(StayRules.DEFAULT);
  private final VenueType shop = fixtures.aVenueType(StayRules.DEFAULT);
  private final Caller.Staff supervisor = aStaffMember(app, Role.SUPERVISOR, top.code());
  private final Instant from = app.clock().instant();
  private final Instant to = from.plusSeconds(1);

  @Test
  void childrenShouldAddUpToTheTotal() {
    inspected(village, hotel, 2);
    inspected(below(Division.Level.COMMUNITY, north), hotel, 1);
    inspected(below(Division.Level.COMMUNITY, south), shop, 4);
    InspectionStatistics all = view(supervisor, Optional.empty());
    assertThat(all.division()).contains(top.code());
    assertThat(all.total().inspections()).isEqualTo(7);
    assertThat(all.children())
        .extracting(child -> child.division().code(), child -> child.figures().inspections())
        .containsExactly(tuple(north.code(), 3L), tuple(south.code(), 4L));
    assertThat(
            InspectionFigures.sum(
                all.children().stream().map(InspectionStatistics.Child::figures).toList()))
        .isEqualTo(all.total());
    assertThat(InspectionFigures.sum(all.byType().values())).isEqualTo(all.total());
    assertThat(all.byType())
        .hasEntrySatisfying(shop.code(), figures -> assertThat(figures.inspections()).isEqualTo(4));
  }

  @Test
  void whatLiesInTheDivisionItselfShouldCountInTheTotalOnly() {
    inspected(village, hotel, 2);
    InspectionStatistics own = view(supervisor, Optional.of(village.code()));
    assertThat(own.total().inspections()).isEqualTo(2);
    assertThat(own.children()).isEmpty();
    InspectionStatistics none = view(supervisor, Optional.of(south.code()));
    assertThat(none.total()).isEqualTo(InspectionFigures.NONE);
  }

  @Test
  void aDepartmentShouldSeeItsTypesInTheWholeTree() {
    inspected(village, hotel, 2);
    inspected(village, shop, 3);
    Caller.Staff department =
        new Caller.Staff(
            new SessionId(UUID.randomUUID()),
            app.addStaff(
                "department",
                Set.of(Role.SUPERVISOR),
                new Jurisdiction.OfVenueTypes(Set.of(shop.code()))),
            Optional.empty());
    InspectionStatistics all = view(department, Optional.empty());
    assertThat(all.division()).isEmpty();
    assertThat(all.children())
        .filteredOn(child -> child.division().equals(top))
        .extracting(child -> child.figures().inspections())
        .containsExactly(3L);
    assertThat(all.byType()).containsOnlyKeys(shop.code());
    assertThat(view(department, Optional.of(north.code())).total().inspections()).isEqualTo(3);
    assertThat(denied(statistics().view(department, unknown(), from, to))).isEqualTo(NOT_FOUND);
  }

  @Test
  void aForeignDivisionShouldLookUnknown() {
    Caller.Staff own = aStaffMember(app, Role.SUPERVISOR, north.code());
    for (Optional<DivisionCode> other :
        Set.of(Optional.of(south.code()), Optional.of(top.code()), unknown())) {
      assertThat(denied(statistics().view(own, other, from, to))).isEqualTo(NOT_FOUND);
    }
    assertThat(view(own, Optional.of(village.code())).total()).isEqualTo(InspectionFigures.NONE);
  }

  @Test
  void theTimeShouldBeThereAndAtMostAYear() {
    assertThatThrownBy(() -> statistics().view(supervisor, Optional.empty(), from, from))
        .hasMessage("to: OUT_OF_RANGE");
    Instant late = from.plus(Duration.ofDays(366)).plusMillis(1);
    assertThatThrownBy(() -> statistics().view(supervisor, Optional.empty(), from, late))
        .hasMessage("to: OUT_OF_RANGE");
  }

  private void inspected(Division community, VenueType type, int times) {
    for (int i = 0; i < times; i++) {
      fixtures.anInspection(
          Premises.of(fixtures.aVenue().in(community.code()).ofType(type).add()), Optional.empty());
    }
  }

  private Division below(Division.Level level, Division above) {
    return fixtures.aDivision(level, Optional.of(above.code()));
  }

  private static Optional<DivisionCode> unknown() {
    return Optional.of(new DivisionCode("999999999999"));
  }

  private InspectionStatistics view(Caller.Staff caller, Optional<DivisionCode> division) {
    return done(statistics().view(caller, division, from, to));
  }

  private ViewInspectionStatistics statistics() {
    return app.useCases().inspection().viewStatistics();
  }
}
