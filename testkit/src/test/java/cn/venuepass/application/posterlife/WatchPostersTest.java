package cn.venuepass.application.posterlife;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aReviewer;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.WARNING_DISMISSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.posterlife.DismissalReason;
import cn.venuepass.domain.posterlife.PosterDay;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.posterlife.PosterWarningId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchPostersTest {
  private static final PageRequest ALL = PageRequest.first(50);
  private static final DismissalReason OPENING = new DismissalReason("开业活动");

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final DivisionCode community = fixtures.aCommunity();
  private final Caller.Resident applicant = aResident(app);
  private final Gate gate = fixtures.aVenue().in(community).by(applicant.account()).addWithGate();
  private final Caller.Staff supervisor = aStaffMember(app, Role.SUPERVISOR, community);

  @Test
  void activityShouldShowTheLastDaysAndTheLastScan() {
    for (int day = 0; day < 3; day++) {
      fixtures.scan(gate.in(), fixtures.aPerson().id());
      app.clock().advance(Duration.ofDays(1));
    }
    Instant last = app.clock().instant().minus(Duration.ofDays(1));
    app.useCases().posterLife().followPosters().follow();
    WatchPosters.Activity shown = activity(applicant, 2);
    assertThat(shown.days()).extracting(PosterDay::scans).containsExactly(1);
    assertThat(shown.lastScanAt()).contains(last);
    assertThat(shown.warnings()).isEmpty();
    assertThat(activity(applicant, 4).days()).hasSize(3);
    assertThat(activity(applicant, 1).days()).isEmpty();
    assertThat(activity(applicant, 1).lastScanAt()).contains(last);
  }

  @Test
  void activityShouldBeForTheVenuesPeopleAndThoseWhoOverseeIt() {
    assertThat(activity(supervisor, 7).days()).isEmpty();
    assertThat(activity(aReviewer(app, community), 7).days()).isEmpty();
    Caller foreign = aStaffMember(app, Role.SUPERVISOR, fixtures.aCommunity());
    Caller tracer = aStaffMember(app, Role.TRACER, community);
    for (Caller other : List.of(aResident(app), foreign, tracer)) {
      assertThat(denied(watched().activity(other, gate.venue().id(), gate.in().id(), 7)))
          .isEqualTo(NOT_FOUND);
    }
    Gate elsewhere = fixtures.aVenue().addWithGate();
    assertThat(denied(watched().activity(applicant, gate.venue().id(), elsewhere.in().id(), 7)))
        .isEqualTo(NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 401})
  void daysShouldBeWithinBounds(int days) {
    assertThatThrownBy(() -> activity(applicant, days)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> watched().listSilent(supervisor, Narrowing.NONE, days, ALL))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void silentPostersShouldBeThoseOfTheJurisdiction() {
    fixtures.aVenue().addWithGate();
    app.clock().advance(Duration.ofDays(3).plusMillis(1));
    assertThat(watched().listSilent(supervisor, Narrowing.NONE, 3, ALL).items())
        .extracting(SilentPoster::poster)
        .containsExactlyInAnyOrder(gate.in(), gate.out());
    assertThat(watched().listSilent(supervisor, Narrowing.NONE, 4, ALL).items()).isEmpty();
  }

  @Test
  void theVenuesPeopleShouldSeeThatThereIsAWarningUntilItIsDismissed() {
    PosterWarning warning = aWarning(gate.in());
    assertThat(activity(applicant, 1).warnings()).containsExactly(warning);
    done(watched().dismiss(supervisor, warning.id(), OPENING));
    assertThat(activity(applicant, 1).warnings()).isEmpty();
  }

  @Test
  void dismissShouldSayWhoAndWhyOnceAndBeLogged() {
    PosterWarning warning = aWarning(gate.in());
    assertThat(listed(supervisor)).containsExactly(warning);
    var dismissal =
        new PosterWarning.Dismissal(supervisor.account().id(), OPENING, app.clock().instant());
    assertThat(done(watched().dismiss(supervisor, warning.id(), OPENING)).dismissal())
        .contains(dismissal);
    assertThat(denied(watched().dismiss(supervisor, warning.id(), OPENING)))
        .isEqualTo(WARNING_DISMISSED);
    assertThat(listed(supervisor)).isEmpty();
    assertThat(LoggedEvents.of(app, AuditAction.POSTER_WARNING_DISMISSED))
        .extracting(LoggedEvents.Logged::deed)
        .singleElement()
        .satisfies(
            deed -> {
              assertThat(deed.venue()).contains(gate.venue().id());
              assertThat(deed.reference()).contains(warning.id().value().toString());
            });
  }

  @Test
  void aForeignWarningShouldNotExist() {
    PosterWarning warning = aWarning(gate.in());
    Caller.Staff foreign = aStaffMember(app, Role.SUPERVISOR, fixtures.aCommunity());
    assertThat(listed(foreign)).isEmpty();
    assertThat(denied(watched().dismiss(foreign, warning.id(), OPENING))).isEqualTo(NOT_FOUND);
    var unknown = new PosterWarningId(UUID.randomUUID());
    assertThat(denied(watched().dismiss(supervisor, unknown, OPENING))).isEqualTo(NOT_FOUND);
    assertThat(listed(supervisor)).containsExactly(warning);
  }

  private PosterWarning aWarning(Poster poster) {
    Instant now = app.clock().instant();
    var warning =
        new PosterWarning(
            new PosterWarningId(UUID.randomUUID()),
            poster.id(),
            poster.venue(),
            Doubt.Kind.BURST,
            now,
            now.plus(Duration.ofHours(1)),
            60,
            now,
            now,
            Optional.empty());
    app.stores().posterWarnings().store(warning, List.of());
    return warning;
  }

  private WatchPosters.Activity activity(Caller caller, int days) {
    return done(watched().activity(caller, gate.venue().id(), gate.in().id(), days));
  }

  private List<PosterWarning> listed(Caller.Staff caller) {
    return watched().listWarnings(caller, Narrowing.NONE, Optional.empty(), ALL).items().stream()
        .map(FoundWarning::warning)
        .toList();
  }

  private WatchPosters watched() {
    return app.useCases().posterLife().watchPosters();
  }
}
