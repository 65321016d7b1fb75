package cn.venuepass.application.inspection;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.NOTHING_TO_INSPECT;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.inspection.Inspections.criticism;
import static cn.venuepass.application.inspection.Inspections.inDays;
import static cn.venuepass.application.inspection.Inspections.inspect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.inspection.PlanInspections.Chosen;
import cn.venuepass.application.inspection.PlanInspections.Drawn;
import cn.venuepass.application.inspection.PlanInspections.Selection;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.inspection.Draw;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionPlan;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.inspection.Premises.OfPlace;
import cn.venuepass.domain.inspection.Premises.OfVenue;
import cn.venuepass.domain.inspection.Premises.Target;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanInspectionsTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final DivisionCode community = fixtures.aCommunity();
  private final Caller.Staff supervisor = aStaffMember(app, Role.SUPERVISOR, community);

  @Test
  void aDrawShouldBeRepeatableByWhatThePlanRemembers() {
    List<UUID> candidates =
        Stream.concat(
                IntStream.range(0, 12).mapToObj(i -> venue().id().value()),
                IntStream.range(0, 8).mapToObj(i -> fixtures.aPlace(community).id().value()))
            .toList();
    InspectionPlan plan = done(plan(draw(5, 0)));
    InspectionPlan.Drawn drawn = plan.drawn().orElseThrow();
    assertThat(plan.items().stream().map(item -> item.premises().target().id()))
        .containsExactlyElementsOf(drawn.draw().from(candidates, 5));
    assertThat(drawn.candidates()).isEqualTo(20);
    assertThat(drawn.fingerprint()).isEqualTo(Draw.fingerprint(candidates));
    assertThat(done(plan(draw(5, 0))).drawn().orElseThrow().draw()).isNotEqualTo(drawn.draw());
    assertThat(done(plans().view(supervisor, plan.id()))).isEqualTo(plan);
    assertThat(LoggedEvents.of(app, AuditAction.INSPECTION_PLAN_MADE)).hasSize(2);
  }

  @Test
  void fewerThanWantedShouldAllBeDrawn() {
    Venue only = venue();
    assertThat(done(plan(draw(500, 0))).items())
        .containsExactly(InspectionPlan.Item.open(Premises.of(only)));
  }

  @Test
  void whatWasInspectedLatelyShouldBeLeftOut() {
    Venue venue = venue();
    inspected(new OfVenue(venue.id()));
    app.clock().advance(Duration.ofDays(30));
    assertThat(denied(plan(draw(1, 30)))).isEqualTo(NOTHING_TO_INSPECT);
    assertThat(done(plan(draw(1, 29))).items()).hasSize(1);
    assertThat(done(plan(draw(1, 0))).items()).hasSize(1);
    assertThat(LoggedEvents.of(app, AuditAction.INSPECTION_PLAN_MADE)).hasSize(2);
  }

  @Test
  void anInspectionShouldTickWhatWasPlanned() {
    Venue venue = venue();
    SurveyPlace place = fixtures.aPlace(community);
    SurveyPlace other = fixtures.aPlace(community);
    InspectionPlan plan =
        done(
            plan(
                chosen(new OfVenue(venue.id()), new OfPlace(place.id()), new OfPlace(other.id()))));
    fixtures.link(place, venue.id());
    Inspection made = inspected(new OfPlace(place.id()));
    assertThat(done(plans().view(supervisor, plan.id())).items())
        .extracting(item -> item.done().map(InspectionPlan.Done::inspection))
        .containsExactly(Optional.of(made.id()), Optional.of(made.id()), Optional.empty());
    assertThat(plans().list(supervisor, PageRequest.first(9)).items())
        .extracting(InspectionPlanRepository.Listed::done)
        .containsExactly(2);
  }

  @Test
  void whatIsChosenTwiceShouldBePlannedOnce() {
    Venue venue = venue();
    SurveyPlace place = fixtures.link(fixtures.aPlace(community), venue.id());
    assertThat(done(plan(chosen(new OfVenue(venue.id()), new OfPlace(place.id())))).items())
        .containsExactly(InspectionPlan.Item.open(Premises.of(venue)));
  }

  @Test
  void whatIsForeignShouldNotBePlanned() {
    Venue own = venue();
    Venue foreign = fixtures.aVenue().add();
    assertThat(denied(plan(chosen(new OfVenue(own.id()), new OfVenue(foreign.id())))))
        .isEqualTo(NOT_FOUND);
    var there = new Drawn(Optional.of(foreign.details().community()), Optional.empty(), 5, 0);
    assertThat(denied(plan(there))).isEqualTo(NOTHING_TO_INSPECT);
    InspectionPlan plan = done(plan(chosen(new OfVenue(own.id()))));
    Caller.Staff elsewhere = aStaffMember(app, Role.SUPERVISOR, foreign.details().community());
    assertThat(denied(plans().view(elsewhere, plan.id()))).isEqualTo(NOT_FOUND);
    assertThat(plans().list(elsewhere, PageRequest.first(9)).items()).isEmpty();
  }

  @Test
  void wishesShouldBeBounded() {
    assertThatThrownBy(() -> draw(0, 0)).hasMessage("count: OUT_OF_RANGE");
    assertThatThrownBy(() -> draw(501, 0)).hasMessage("count: OUT_OF_RANGE");
    assertThatThrownBy(() -> draw(1, 366)).hasMessage("notInspectedForDays: OUT_OF_RANGE");
    assertThatThrownBy(this::nothingChosen).isInstanceOf(InvalidValue.class);
    venue();
    assertThatThrownBy(
            () -> plans().plan(supervisor, "样本", inDays(app, 91), draw(1, 0), Optional.empty()))
        .hasMessage("dueAt: OUT_OF_RANGE");
    assertThat(plans().list(supervisor, PageRequest.first(9)).items()).isEmpty();
  }

  private Selection nothingChosen() {
    return chosen();
  }

  private Result<InspectionPlan> plan(Selection selection) {
    return plans().plan(supervisor, "双随机样本", inDays(app, 7), selection, Optional.empty());
  }

  private static Drawn draw(int count, int notInspectedFor) {
    return new Drawn(Optional.empty(), Optional.empty(), count, notInspectedFor);
  }

  private static Chosen chosen(Target... targets) {
    return new Chosen(List.of(targets));
  }

  private Venue venue() {
    return fixtures.aVenue().in(community).add();
  }

  private Inspection inspected(Target target) {
    return done(inspect(app).inspect(supervisor, criticism(target), Optional.empty()));
  }

  private PlanInspections plans() {
    return app.useCases().inspection().planInspections();
  }
}
