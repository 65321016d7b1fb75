package cn.venuepass.application.venue;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.VENUE_NOT_APPROVED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Result;
import cn.venuepass.application.venue.QrCodeRenderer.Format;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManagePostersTest {
  private static final Optional<PosterLabel> LABEL = Optional.of(new PosterLabel("北门"));

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final Gate gate = fixtures.aVenue().by(applicant.account()).addWithGate();
  private final VenueId venue = gate.venue().id();
  private final Optional<CreationKey> key =
      Optional.of(new CreationKey(applicant.account(), "poster", "key-1"));

  @ParameterizedTest
  @EnumSource
  void drawShouldPrintTheUrlInUpperCase(Format format) {
    byte[] picture = done(posters().draw(applicant, venue, gate.in().id(), format));
    String code = app.codes().codeOf(gate.in().id());
    assertThat(new String(picture, UTF_8))
        .isEqualTo(format + ":HTTPS://VENUEPASS.EXAMPLE/S/" + code);
  }

  @Test
  void drawShouldNotFindThePosterOfAnotherVenue() {
    Gate other = fixtures.aVenue().by(applicant.account()).addWithGate();
    assertThat(denied(posters().draw(applicant, venue, other.in().id(), Format.SVG)))
        .isEqualTo(NOT_FOUND);
    var unknown = new PosterId(UUID.randomUUID());
    assertThat(denied(posters().draw(applicant, venue, unknown, Format.SVG))).isEqualTo(NOT_FOUND);
  }

  @Test
  void printShouldSayWhatThePosterIs() {
    Poster poster = done(issue(venue, Optional.empty()));
    assertThat(new String(done(posters().print(applicant, venue, poster.id())), UTF_8).lines())
        .containsExactly(
            "IN",
            gate.venue().details().name().text(),
            "北门",
            "HTTPS://VENUEPASS.EXAMPLE/S/" + app.codes().codeOf(poster.id()));
  }

  @ParameterizedTest
  @EnumSource
  void paintShouldSayWhatThePosterIsInTheFormat(Format format) {
    Poster poster = done(issue(venue, Optional.empty()));
    byte[] picture = done(posters().paint(applicant, venue, poster.id(), format));
    assertThat(new String(picture, UTF_8).lines())
        .containsExactly(
            format.name(),
            "IN",
            gate.venue().details().name().text(),
            "北门",
            "HTTPS://VENUEPASS.EXAMPLE/S/" + app.codes().codeOf(poster.id()));
  }

  @Test
  void paintShouldNotFindThePosterOfAnotherVenue() {
    Gate other = fixtures.aVenue().by(applicant.account()).addWithGate();
    assertThat(denied(posters().paint(applicant, venue, other.in().id(), Format.PNG)))
        .isEqualTo(NOT_FOUND);
  }

  @Test
  void printShouldNotFindThePosterOfAnotherVenue() {
    Gate other = fixtures.aVenue().by(applicant.account()).addWithGate();
    assertThat(denied(posters().print(applicant, venue, other.in().id()))).isEqualTo(NOT_FOUND);
  }

  @Test
  void issueShouldAddAPosterAndLeaveTheOthers() {
    Poster poster = done(issue(venue, Optional.empty()));
    assertThat(poster.direction()).isEqualTo(Direction.IN);
    assertThat(poster.label()).isEqualTo(LABEL);
    assertThat(poster.issuedAt()).isEqualTo(app.clock().instant());
    assertThat(done(posters().list(applicant, venue)))
        .containsExactly(gate.in(), gate.out(), poster)
        .noneMatch(known -> known.revokedAt().isPresent());
  }

  @Test
  void issueShouldBeDeniedBeforeTheVenueIsApproved() {
    VenueId pending = fixtures.aVenue().by(applicant.account()).underReview().add().id();
    assertThat(denied(issue(pending, Optional.empty()))).isEqualTo(VENUE_NOT_APPROVED);
    assertThat(done(posters().list(applicant, pending))).isEmpty();
  }

  @Test
  void issueShouldFindWhatTheSameKeyCreated() {
    Poster poster = done(issue(venue, key));
    assertThat(done(issue(venue, key))).isEqualTo(poster);
    assertThat(done(issue(venue, Optional.empty()))).isNotEqualTo(poster);
    assertThat(done(posters().list(applicant, venue))).hasSize(4);
  }

  @Test
  void aKeyThatCreatedAtOneVenueShouldFindNothingAtAnother() {
    VenueId other = fixtures.aVenue().by(applicant.account()).add().id();
    done(issue(venue, key));
    assertThat(denied(issue(other, key))).isEqualTo(NOT_FOUND);
    assertThat(done(posters().list(applicant, other))).isEmpty();
  }

  @Test
  void revokeShouldCountTheFirstTime() {
    Instant first = app.clock().instant();
    assertThat(done(posters().revoke(applicant, venue, gate.in().id()))).isEqualTo(gate.in().id());
    app.clock().advance(Duration.ofDays(1));
    done(posters().revoke(applicant, venue, gate.in().id()));
    assertThat(done(posters().list(applicant, venue)))
        .extracting(Poster::revokedAt)
        .containsExactly(Optional.of(first), Optional.empty());
  }

  @Test
  void revokeShouldNotFindThePosterOfAnotherVenue() {
    Gate other = fixtures.aVenue().by(applicant.account()).addWithGate();
    assertThat(denied(posters().revoke(applicant, venue, other.in().id()))).isEqualTo(NOT_FOUND);
    assertThat(done(posters().list(applicant, other.venue().id())))
        .noneMatch(poster -> poster.revokedAt().isPresent());
  }

  @Test
  void revokeShouldWorkWithoutApproval() {
    Gate pending = fixtures.aVenue().by(applicant.account()).underReview().addWithGate();
    assertThat(done(posters().revoke(applicant, pending.venue().id(), pending.in().id())))
        .isEqualTo(pending.in().id());
  }

  private Result<Poster> issue(VenueId where, Optional<CreationKey> creation) {
    return posters().issue(applicant, where, Direction.IN, LABEL, creation);
  }

  private ManagePosters posters() {
    return app.useCases().venue().managePosters();
  }
}
