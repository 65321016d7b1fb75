package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.inspection.InspectionCount;
import cn.venuepass.application.inspection.InspectionFigures;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How {@link cn.venuepass.application.inspection.InspectionRepository} counts. */
public interface InspectionStatisticsContract extends StoreContract {

  @Test
  default void countShouldTellWhatCameOfInspections() {
    DivisionCode community = fixtures().aCommunity();
    Premises premises = Premises.of(fixtures().aVenue().in(community).add());
    Instant from = clock().instant();
    Instant due = from.plus(Duration.ofDays(2));
    Inspection closed = fixtures().anInspection(premises, Optional.empty());
    Inspection overdue = fixtures().anInspection(premises, Optional.of(due));
    verified(fixtures().anInspection(premises, Optional.of(due)), due);
    verified(fixtures().anInspection(premises, Optional.of(due)), due.plusMillis(1));
    Inspection done = fixtures().anInspection(premises, Optional.of(due));
    replace(done.completed(due, Optional.empty()));
    clock().advance(Duration.ofDays(3));
    Inspection open =
        fixtures().anInspection(premises, Optional.of(clock().instant().plusSeconds(9)));
    assertThat(List.of(closed, overdue, open)).doesNotHaveDuplicates();
    var whole =
        new InspectionFigures(
            6,
            Map.of(Measure.CRITICISM, 1L, Measure.RECTIFICATION, 5L),
            Map.of(ChecklistItem.CODE_POSTED, 6L),
            3,
            1,
            1,
            1);
    Jurisdiction own = Jurisdiction.of(community);
    assertThat(sum(count(own, Optional.empty(), from, clock().instant().plusSeconds(1))))
        .isEqualTo(whole);
    assertThat(sum(count(own, Optional.empty(), from, clock().instant())).inspections())
        .isEqualTo(5);
    assertThat(sum(count(own, Optional.empty(), from.plusSeconds(1), from.plusSeconds(2))))
        .isEqualTo(InspectionFigures.NONE);
  }

  @Test
  default void countShouldTellCommunitiesAndTypesApart() {
    DivisionCode top = fixtures().aDivision(Division.Level.HEADQUARTERS, Optional.empty()).code();
    DivisionCode territory =
        fixtures().aDivision(Division.Level.TERRITORY, Optional.of(top)).code();
    DivisionCode one =
        fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory)).code();
    DivisionCode two =
        fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory)).code();
    VenueType type = fixtures().aVenueType(StayRules.DEFAULT);
    inspected(one, type);
    inspected(two, type);
    inspected(two, type);
    inspected(two, fixtures().aVenueType(StayRules.DEFAULT));
    inspected(fixtures().aCommunity(), type);
    Instant from = clock().instant();
    Instant to = from.plusSeconds(1);
    List<InspectionCount> all = count(Jurisdiction.of(top), Optional.empty(), from, to);
    assertThat(all.stream().map(InspectionCount::path).distinct())
        .containsExactlyInAnyOrder(List.of(top, territory, one), List.of(top, territory, two));
    assertThat(sum(all).inspections()).isEqualTo(4);
    assertThat(sum(count(Jurisdiction.of(top), Optional.of(two), from, to)).inspections())
        .isEqualTo(3);
    var department = new Jurisdiction.OfVenueTypes(Set.of(type.code()));
    assertThat(sum(count(department, Optional.of(territory), from, to)).inspections()).isEqualTo(3);
    assertThat(sum(count(department, Optional.empty(), from, to)).inspections()).isEqualTo(4);
    assertThat(count(Jurisdiction.of(one), Optional.of(two), from, to)).isEmpty();
  }

  private void inspected(DivisionCode community, VenueType type) {
    Premises premises = Premises.of(fixtures().aVenue().in(community).ofType(type).add());
    assertThat(fixtures().anInspection(premises, Optional.empty()).order().measure())
        .isEqualTo(Measure.CRITICISM);
  }

  private void verified(Inspection inspection, Instant doneAt) {
    Inspection done = inspection.completed(doneAt, Optional.empty()).orElseThrow();
    replace(Optional.of(done));
    replace(done.verified(doneAt.plusSeconds(60), Optional.empty(), false));
  }

  private void replace(Optional<Inspection> next) {
    assertThat(stores().inspections().replace(next.orElseThrow())).isTrue();
  }

  private List<InspectionCount> count(
      Jurisdiction jurisdiction, Optional<DivisionCode> division, Instant from, Instant to) {
    return stores().inspections().count(jurisdiction, division, from, to, clock().instant());
  }

  private static InspectionFigures sum(List<InspectionCount> counts) {
    return InspectionFigures.sum(counts.stream().map(InspectionCount::figures).toList());
  }
}
