package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.inspection.InspectionPlanRepository;
import cn.venuepass.application.inspection.InspectionPlanRepository.Candidates;
import cn.venuepass.application.inspection.InspectionPlanRepository.Listed;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.inspection.Draw;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionPlan;
import cn.venuepass.domain.inspection.InspectionPlan.Done;
import cn.venuepass.domain.inspection.InspectionPlan.Item;
import cn.venuepass.domain.inspection.InspectionPlanId;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.inspection.Premises.OfPlace;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link InspectionPlanRepository}. */
public interface InspectionPlansContract extends StoreContract {
  Candidates ANY = new Candidates(Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  default void candidatesShouldBeApprovedVenuesAndPlacesWithoutOneEachOnce() {
    DivisionCode community = fixtures().aCommunity();
    Venue approved = fixtures().aVenue().in(community).add();
    Venue pending = fixtures().aVenue().in(community).underReview().add();
    Venue removed = fixtures().aVenue().in(community).add();
    assertThat(stores().venues().replace(removed.removed(clock().instant()).orElseThrow()))
        .isTrue();
    SurveyPlace alone = fixtures().aPlace(community);
    fixtures().link(fixtures().aPlace(community), approved.id());
    SurveyPlace waiting = fixtures().link(fixtures().aPlace(community), pending.id());
    SurveyPlace gone = fixtures().aPlace(community);
    assertThat(stores().surveyPlaces().replace(gone.removed(clock().instant()))).isTrue();
    fixtures().aVenue().add();
    assertThat(plans().candidates(Jurisdiction.of(community), ANY))
        .containsExactlyInAnyOrder(Premises.of(approved), Premises.of(alone), Premises.of(waiting));
  }

  @Test
  default void candidatesShouldBeThoseThatAreAskedFor() {
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    DivisionCode one =
        fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
    DivisionCode two =
        fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
    Premises first = Premises.of(fixtures().aVenue().in(one).add());
    Premises second = Premises.of(fixtures().aPlace(two));
    Jurisdiction own = Jurisdiction.of(territory.code());
    assertThat(plans().candidates(own, ANY)).containsExactlyInAnyOrder(first, second);
    assertThat(
            plans()
                .candidates(
                    own, new Candidates(Optional.of(two), Optional.empty(), Optional.empty())))
        .containsExactly(second);
    assertThat(
            plans()
                .candidates(
                    own,
                    new Candidates(Optional.empty(), Optional.of(first.type()), Optional.empty())))
        .containsExactly(first);
    assertThat(plans().candidates(new Jurisdiction.OfVenueTypes(Set.of(first.type())), ANY))
        .containsExactly(first);
  }

  @Test
  default void candidatesShouldLeaveOutWhatWasInspectedLately() {
    DivisionCode community = fixtures().aCommunity();
    Venue before = fixtures().aVenue().in(community).add();
    fixtures().anInspection(Premises.of(before), Optional.empty());
    clock().advance(Duration.ofDays(1));
    Instant since = clock().instant();
    Venue lately = fixtures().aVenue().in(community).add();
    fixtures().anInspection(Premises.of(lately), Optional.empty());
    SurveyPlace place = fixtures().aPlace(community);
    fixtures().anInspection(Premises.of(place), Optional.empty());
    SurveyPlace applied = fixtures().aPlace(community);
    fixtures().anInspection(Premises.of(applied), Optional.empty());
    fixtures().link(applied, fixtures().aVenue().in(community).add().id());
    var sinceThen = new Candidates(Optional.empty(), Optional.empty(), Optional.of(since));
    assertThat(plans().candidates(Jurisdiction.of(community), sinceThen))
        .containsExactly(Premises.of(before));
    assertThat(plans().candidates(Jurisdiction.of(community), ANY)).hasSize(4);
  }

  @Test
  default void aPlanShouldBeKeptAsItWasDrawnOrChosen() {
    DivisionCode community = fixtures().aCommunity();
    Premises venue = Premises.of(fixtures().aVenue().in(community).add());
    Premises place = Premises.of(fixtures().aPlace(community));
    var drawn =
        new InspectionPlan.Drawn(
            new Draw("00112233445566778899aabbccddeeff"),
            5,
            30,
            2,
            Draw.fingerprint(List.of(venue.target().id())));
    InspectionPlan first = plan(Optional.of(drawn), place, venue);
    clock().advance(Duration.ofMinutes(1));
    InspectionPlan second = plan(Optional.empty(), venue);
    Jurisdiction own = Jurisdiction.of(community);
    assertThat(plans().findWithin(first.id(), own)).contains(first);
    assertThat(plans().findWithin(second.id(), own)).contains(second);
    Page<Listed> one = plans().listWithin(own, PageRequest.first(1));
    Page<Listed> two = plans().listWithin(own, new PageRequest(1, one.next()));
    assertThat(one.items()).containsExactly(new Listed(without(second), 1, 0));
    assertThat(two.items()).containsExactly(new Listed(without(first), 2, 0));
  }

  @Test
  default void aPlanShouldShowToEachWhatTheyAnswerFor() {
    Premises here = Premises.of(fixtures().aVenue().in(fixtures().aCommunity()).add());
    Premises there = Premises.of(fixtures().aVenue().in(fixtures().aCommunity()).add());
    InspectionPlan plan = plan(Optional.empty(), here, there);
    Jurisdiction own = Jurisdiction.of(here.community());
    assertThat(plans().findWithin(plan.id(), own).orElseThrow().items())
        .containsExactly(Item.open(here));
    assertThat(plans().listWithin(own, PageRequest.first(9)).items())
        .containsExactly(new Listed(without(plan), 1, 0));
    Jurisdiction elsewhere = Jurisdiction.of(fixtures().aCommunity());
    assertThat(plans().findWithin(plan.id(), elsewhere)).isEmpty();
    assertThat(plans().listWithin(elsewhere, PageRequest.first(9)).items()).isEmpty();
    assertThat(stores().divisions().remove(there.community())).isFalse();
  }

  @Test
  default void tickShouldMarkWhatIsOpenInEveryPlanOnce() {
    DivisionCode community = fixtures().aCommunity();
    Premises venue = Premises.of(fixtures().aVenue().in(community).add());
    Premises place = Premises.of(fixtures().aPlace(community));
    InspectionPlan one = plan(Optional.empty(), venue, place);
    InspectionPlan two = plan(Optional.empty(), place);
    var done = new Done(new InspectionId(UUID.randomUUID()), clock().instant());
    plans().tick(List.of(place.target(), new OfPlace(fixtures().aPlace(community).id())), done);
    plans()
        .tick(
            List.of(place.target()),
            new Done(new InspectionId(UUID.randomUUID()), clock().instant().plusSeconds(9)));
    Jurisdiction own = Jurisdiction.of(community);
    assertThat(plans().findWithin(one.id(), own).orElseThrow().items())
        .containsExactly(Item.open(venue), new Item(place, Optional.of(done)));
    assertThat(plans().findWithin(two.id(), own).orElseThrow().items())
        .containsExactly(new Item(place, Optional.of(done)));
    assertThat(plans().listWithin(own, PageRequest.first(9)).items())
        .containsExactlyInAnyOrder(new Listed(without(one), 2, 1), new Listed(without(two), 1, 1));
  }

  private InspectionPlan plan(Optional<InspectionPlan.Drawn> drawn, Premises... premises) {
    var plan =
        new InspectionPlan(
            new InspectionPlanId(UUID.randomUUID()),
            "十一月双随机",
            new StaffId(UUID.randomUUID()),
            clock().instant(),
            clock().instant().plus(Duration.ofDays(7)),
            drawn,
            List.of(premises).stream().map(Item::open).toList());
    plans().add(plan);
    return plan;
  }

  private static InspectionPlan without(InspectionPlan plan) {
    return new InspectionPlan(
        plan.id(),
        plan.name(),
        plan.madeBy(),
        plan.madeAt(),
        plan.dueAt(),
        plan.drawn(),
        List.of());
  }

  private InspectionPlanRepository plans() {
    return stores().inspectionPlans();
  }
}
