package cn.venuepass.application.venue;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.OddStores;
import cn.venuepass.application.Result;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewPosterTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();

  @Test
  void viewShouldShowVenueAndDirection() {
    Gate gate = fixtures.aVenue().addWithGate();
    var name = gate.venue().details().name();
    assertThat(done(view(gate.in()))).isEqualTo(new PosterLanding(name, Direction.IN, true));
    assertThat(done(view(gate.out()))).isEqualTo(new PosterLanding(name, Direction.OUT, true));
  }

  @Test
  void viewShouldTakeTheUrlToo() {
    Gate gate = fixtures.aVenue().addWithGate();
    String url = app.links().urlOf(gate.in());
    assertThat(app.useCases().venue().viewPoster().view(url)).isEqualTo(view(gate.in()));
  }

  @Test
  void viewShouldShowThatARevokedPosterIsClosed() {
    Gate gate = fixtures.aVenue().addWithGate();
    app.stores().posters().revoke(gate.venue().id(), gate.in().id(), app.clock().instant());
    assertThat(done(view(gate.in())).open()).isFalse();
    assertThat(done(view(gate.out())).open()).isTrue();
  }

  @Test
  void viewShouldShowThatAVenueUnderReviewIsClosed() {
    assertThat(done(view(fixtures.aVenue().underReview().addWithGate().in())).open()).isFalse();
  }

  @Test
  void viewShouldNotKnowAPosterThatDoesNotExist() {
    String code = app.codes().codeOf(new PosterId(UUID.randomUUID()));
    assertThat(denied(app.useCases().venue().viewPoster().view(code))).isEqualTo(UNKNOWN_CODE);
  }

  @Test
  void viewShouldKnowAForgedCodeWithoutAskingAStore() {
    var alone = new TestApplication(OddStores.thatNobodyMayAsk());
    assertThat(denied(alone.useCases().venue().viewPoster().view("0".repeat(40))))
        .isEqualTo(UNKNOWN_CODE);
  }

  private Result<PosterLanding> view(Poster poster) {
    return app.useCases().venue().viewPoster().view(app.codes().codeOf(poster.id()));
  }
}
