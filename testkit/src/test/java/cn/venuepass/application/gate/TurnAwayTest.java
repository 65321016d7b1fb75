package cn.venuepass.application.gate;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Denial;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.gate.TurnedAway;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnAwayTest {
  private static final TurnedAway.Words WORDS = new TurnedAway.Words("拒绝登记", Optional.of("劝说无效"));
  private static final PageRequest ALL = PageRequest.first(50);

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final VenueId venue = fixtures.aVenue().by(applicant.account()).add().id();

  @Test
  void noteShouldRememberWhyByWhomAndWhen() {
    TurnedAway note = done(note(applicant, Optional.empty()));
    assertThat(note.venue()).isEqualTo(venue);
    assertThat(note.words()).isEqualTo(WORDS);
    assertThat(note.by()).isEqualTo(applicant.account());
    assertThat(note.at()).isEqualTo(now());
    assertThat(list(ALL).items()).containsExactly(note);
  }

  @Test
  void listShouldShowTheLatestFirstPageByPage() {
    TurnedAway first = done(note(applicant, Optional.empty()));
    app.clock().advance(Duration.ofMinutes(1));
    TurnedAway second = done(note(applicant, Optional.empty()));
    Page<TurnedAway> one = list(PageRequest.first(1));
    assertThat(one.items()).containsExactly(second);
    assertThat(list(new PageRequest(1, one.next())).items()).containsExactly(first);
  }

  @Test
  void listShouldShowTheNotesOfOneVenueOnly() {
    TurnedAway unused = done(note(applicant, Optional.empty()));
    VenueId other = fixtures.aVenue().by(applicant.account()).add().id();
    assertThat(done(turnAway().list(applicant, other, ALL)).items()).isEmpty();
  }

  @Test
  void noteShouldFindWhatTheSameKeyCreated() {
    var key = Optional.of(new CreationKey(applicant.account(), "refusal", "key-1"));
    TurnedAway note = done(note(applicant, key));
    app.clock().advance(Duration.ofMinutes(1));
    assertThat(done(note(applicant, key))).isEqualTo(note);
    assertThat(list(ALL).items()).containsExactly(note);
  }

  @Test
  void noteShouldBeTheWorkOfTheVenuesActiveManagers() {
    Caller.Resident other = aResident(app);
    assertThat(denied(note(other, Optional.empty()))).isEqualTo(NOT_FOUND);
    assertThat(denied(turnAway().list(other, venue, ALL))).isEqualTo(NOT_FOUND);
    Instant activeFrom = now().plus(Duration.ofHours(1));
    fixtures.aManager(
        venue, app.stores().people().find(other.person().orElseThrow()).orElseThrow(), activeFrom);
    assertThat(denied(note(other, Optional.empty())))
        .isEqualTo(new Denial.ManagerNotActive(activeFrom));
    assertThat(list(ALL).items()).isEmpty();
  }

  private Result<TurnedAway> note(Caller.Resident manager, Optional<CreationKey> key) {
    return turnAway().note(manager, venue, WORDS, key);
  }

  private Page<TurnedAway> list(PageRequest request) {
    return done(turnAway().list(applicant, venue, request));
  }

  private TurnAway turnAway() {
    return app.useCases().gate().turnAway();
  }

  private Instant now() {
    return app.clock().instant();
  }
}
