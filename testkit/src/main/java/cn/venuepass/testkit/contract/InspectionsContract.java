package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.inspection.InspectionFilter;
import cn.venuepass.application.inspection.InspectionFilter.Progress;
import cn.venuepass.application.inspection.InspectionRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionNote;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@link InspectionRepository}. */
public interface InspectionsContract extends StoreContract {
  PageRequest ALL = PageRequest.first(50);

  @Test
  default void anInspectionShouldBeKeptAsItWasMade() {
    Inspection made = rectification(fixtures().aVenue().add());
    assertThat(inspections().find(made.id())).contains(made);
    Inspection ofPlace =
        fixtures()
            .anInspection(
                Premises.of(fixtures().aPlace(fixtures().aCommunity())), Optional.empty());
    assertThat(inspections().find(ofPlace.id())).contains(ofPlace);
  }

  @Test
  default void stepsShouldBeKeptInTheirOrder() {
    Inspection made = rectification(fixtures().aVenue().add());
    Inspection done = made.completed(later(1), note("已张贴")).orElseThrow();
    Inspection again =
        done.reopened(later(2), note("看不清"), Optional.of(later(500)), false).orElseThrow();
    Inspection doneAgain = again.completed(later(3), Optional.empty()).orElseThrow();
    Inspection verified = doneAgain.verified(later(4), Optional.empty(), false).orElseThrow();
    for (Inspection next : List.of(done, again, doneAgain, verified)) {
      assertThat(inspections().replace(next)).isTrue();
      assertThat(inspections().replace(next)).isFalse();
      assertThat(inspections().find(made.id())).contains(next);
    }
  }

  @Test
  default void ofConcurrentStepsOneShouldWin() {
    Inspection made = rectification(fixtures().aVenue().add());
    List<Boolean> won =
        AtOnce.run(
            6,
            i -> inspections().replace(made.completed(later(i + 1), note("第" + i)).orElseThrow()));
    assertThat(Collections.frequency(won, true)).isEqualTo(1);
    assertThat(inspections().find(made.id()).orElseThrow().steps()).hasSize(2);
  }

  @Test
  default void anInspectionShouldBeSeenInItsJurisdictionOnly() {
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    DivisionCode community =
        fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
    Venue venue = fixtures().aVenue().in(community).add();
    Inspection made = rectification(venue);
    var department = new Jurisdiction.OfVenueTypes(Set.of(venue.details().type()));
    Jurisdiction elsewhere = Jurisdiction.of(fixtures().aCommunity());
    for (Jurisdiction own :
        List.of(Jurisdiction.of(community), Jurisdiction.of(territory.code()), department)) {
      assertThat(inspections().findWithin(made.id(), own)).contains(made);
      assertThat(listed(own, InspectionFilter.none())).containsExactly(made);
    }
    assertThat(inspections().findWithin(made.id(), elsewhere)).isEmpty();
    assertThat(listed(elsewhere, InspectionFilter.none())).isEmpty();
  }

  @Test
  default void listWithinShouldShowWhatIsAskedForTheNewestFirst() {
    DivisionCode community = fixtures().aCommunity();
    Venue venue = fixtures().aVenue().in(community).add();
    Venue other = fixtures().aVenue().in(community).add();
    Inspection closed = fixtures().anInspection(Premises.of(venue), Optional.empty());
    clock().advance(Duration.ofMinutes(1));
    Inspection open = rectification(venue);
    clock().advance(Duration.ofMinutes(1));
    Inspection done = rectification(other).completed(later(1), Optional.empty()).orElseThrow();
    assertThat(inspections().replace(done)).isTrue();
    Jurisdiction own = Jurisdiction.of(community);
    assertThat(listed(own, InspectionFilter.none())).containsExactly(done, open, closed);
    assertThat(listed(own, standing(Progress.DONE))).containsExactly(done);
    assertThat(listed(own, standing(Progress.OPEN))).containsExactly(open);
    assertThat(listed(own, standing(Progress.CLOSED))).containsExactly(closed);
    assertThat(listed(own, standing(Progress.VERIFIED))).isEmpty();
    var none = InspectionFilter.none();
    assertThat(
            listed(
                own,
                new InspectionFilter(
                    none.division(), none.type(), none.progress(), Optional.of(venue.id()))))
        .containsExactly(open, closed);
    assertThat(
            listed(
                own,
                new InspectionFilter(
                    none.division(),
                    Optional.of(other.details().type()),
                    none.progress(),
                    none.venue())))
        .containsExactly(done);
    assertThat(
            listed(
                own,
                new InspectionFilter(
                    Optional.of(fixtures().aCommunity()),
                    none.type(),
                    none.progress(),
                    none.venue())))
        .isEmpty();
    assertThat(inspections().listOf(venue.id(), ALL).items()).containsExactly(open, closed);
  }

  @Test
  default void whatIsOverdueShouldComeTheOldestDueFirstOnPages() {
    DivisionCode community = fixtures().aCommunity();
    Premises premises = Premises.of(fixtures().aVenue().in(community).add());
    Inspection second = fixtures().anInspection(premises, Optional.of(later(20)));
    Inspection first = fixtures().anInspection(premises, Optional.of(later(10)));
    Inspection answered = fixtures().anInspection(premises, Optional.of(later(5)));
    assertThat(inspections().replace(answered.completed(later(1), Optional.empty()).orElseThrow()))
        .isTrue();
    Inspection notYet = fixtures().anInspection(premises, Optional.of(later(30)));
    Instant now = later(30);
    Jurisdiction own = Jurisdiction.of(community);
    Page<Inspection> one =
        inspections().listWithin(own, standing(Progress.OVERDUE), now, PageRequest.first(1));
    Page<Inspection> two =
        inspections()
            .listWithin(own, standing(Progress.OVERDUE), now, new PageRequest(1, one.next()));
    assertThat(one.items()).containsExactly(first);
    assertThat(two.items()).containsExactly(second);
    assertThat(two.next()).isEmpty();
    assertThat(notYet.isOverdue(now)).isFalse();
  }

  @Test
  default void whatInspectionsNameShouldBeKept() {
    Venue venue = fixtures().aVenue().add();
    Premises moved =
        new Premises(
            Premises.of(venue).target(),
            venue.details().name(),
            venue.details().type(),
            fixtures().aCommunity());
    Inspection made = fixtures().anInspection(moved, Optional.empty());
    assertThat(stores().divisions().remove(moved.community())).isFalse();
    assertThat(inspections().find(made.id())).contains(made);
  }

  private Inspection rectification(Venue venue) {
    return fixtures().anInspection(Premises.of(venue), Optional.of(later(1_000)));
  }

  private List<Inspection> listed(Jurisdiction jurisdiction, InspectionFilter filter) {
    return inspections().listWithin(jurisdiction, filter, clock().instant(), ALL).items();
  }

  private static InspectionFilter standing(Progress progress) {
    return new InspectionFilter(
        Optional.empty(), Optional.empty(), Optional.of(progress), Optional.empty());
  }

  private Instant later(int minutes) {
    return clock().instant().plus(Duration.ofMinutes(minutes));
  }

  private static Optional<InspectionNote> note(String text) {
    return Optional.of(new InspectionNote(text));
  }

  private InspectionRepository inspections() {
    return stores().inspections();
  }
}
