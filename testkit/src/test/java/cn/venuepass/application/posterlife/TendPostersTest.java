package cn.venuepass.application.posterlife;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.POSTER_REPLACED;
import static cn.venuepass.application.Denial.Plain.POSTER_REVOKED;
import static cn.venuepass.application.Denial.Plain.VENUE_NOT_APPROVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.venue.ManagePosters;
import cn.venuepass.application.venue.QrCodeRenderer.Format;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Overlap;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.contract.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TendPostersTest {
  private static final Overlap WEEK = Overlap.DEFAULT;
  private static final Optional<PosterLabel> NO_LABEL = Optional.empty();

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final Gate gate = fixtures.aVenue().by(applicant.account()).addWithGate();
  private final VenueId venue = gate.venue().id();

  @Test
  void theFirstPrintOrPictureShouldBeNoted() {
    Instant first = now();
    done(managed().draw(applicant, venue, gate.in().id(), Format.PNG));
    done(managed().print(applicant, venue, gate.out().id()));
    app.clock().advance(Duration.ofDays(1));
    done(managed().print(applicant, venue, gate.in().id()));
    assertThat(done(managed().list(applicant, venue)))
        .extracting(poster -> poster.hanging().downloadedAt())
        .containsExactly(Optional.of(first), Optional.of(first));
  }

  @Test
  void thePictureForTheAlbumShouldBeNotedToo() {
    done(managed().paint(applicant, venue, gate.in().id(), Format.SVG));
    assertThat(found(gate.in()).hanging().downloadedAt()).contains(now());
  }

  @Test
  void whatWasNotGivenShouldNotBeNoted() {
    Gate other = fixtures.aVenue().addWithGate();
    assertThat(denied(managed().draw(applicant, other.venue().id(), other.in().id(), Format.PNG)))
        .isEqualTo(NOT_FOUND);
    assertThat(found(other.in()).hanging()).isEqualTo(Poster.Hanging.UNKNOWN);
  }

  @Test
  void confirmShouldTakeTheTimeAtWhichItWasSeen() {
    app.clock().advance(Duration.ofHours(2));
    Instant seen = now().minusSeconds(60);
    Poster confirmed = done(confirm(Optional.of(seen)));
    assertThat(confirmed.hanging().confirmedAt()).contains(seen);
    assertThat(done(confirm(Optional.empty())).hanging().confirmedAt()).contains(now());
  }

  @Test
  void confirmShouldNotTakeATimeAheadOrBeforeThePosterWasIssued() {
    for (Instant at : List.of(now().plusMillis(1), gate.in().issuedAt().minusMillis(1))) {
      assertThatThrownBy(() -> confirm(Optional.of(at)))
          .isInstanceOfSatisfying(InvalidValue.class, e -> assertThat(e.field()).isEqualTo("at"));
    }
    assertThat(found(gate.in()).hanging()).isEqualTo(Poster.Hanging.UNKNOWN);
  }

  @Test
  void confirmShouldBeDeniedForARevokedPosterEvenForATimeBefore() {
    Instant before = now();
    app.clock().advance(Duration.ofHours(1));
    done(managed().revoke(applicant, venue, gate.in().id()));
    assertThat(denied(confirm(Optional.empty()))).isEqualTo(POSTER_REVOKED);
    assertThat(denied(confirm(Optional.of(before)))).isEqualTo(POSTER_REVOKED);
  }

  @Test
  void confirmShouldBeForTheVenuesPeople() {
    var idNumber = SampleIdNumbers.next();
    Caller.Resident manager = aResident(app, idNumber);
    Person person = app.stores().people().findOrAdd(idNumber, Optional.empty());
    fixtures.aManager(venue, person, now().plusSeconds(1));
    assertThat(denied(tended().confirm(manager, venue, gate.in().id(), Optional.empty())))
        .isInstanceOf(Denial.ManagerNotActive.class);
    app.clock().advance(Duration.ofSeconds(1));
    done(tended().confirm(manager, venue, gate.in().id(), Optional.empty()));
    assertThat(denied(tended().confirm(aResident(app), venue, gate.in().id(), Optional.empty())))
        .isEqualTo(NOT_FOUND);
    assertThat(denied(tended().replace(manager, venue, gate.in().id(), NO_LABEL, WEEK, noKey())))
        .isEqualTo(NOT_FOUND);
  }

  @Test
  void replaceShouldLetTheOldPosterWorkForAWhile() {
    Poster fresh = done(replace(gate.in(), WEEK));
    assertThat(fresh.direction()).isEqualTo(gate.in().direction());
    assertThat(fresh.succession().replaces()).contains(gate.in().id());
    assertThat(found(gate.in()).revokedAt()).contains(now().plus(WEEK.length()));
    assertThat(found(gate.in()).succession().replacedBy()).contains(fresh.id());
    PersonId person = fixtures.aPerson().id();
    assertThat(fixtures.scan(gate.in(), person).outcome()).isInstanceOf(ScanOutcome.Entered.class);
    app.clock().advance(WEEK.length());
    assertThat(fixtures.scan(gate.in(), person).outcome()).isEqualTo(refused());
    assertThat(fixtures.scan(fresh, person).outcome()).isInstanceOf(ScanOutcome.Entered.class);
  }

  @Test
  void replaceShouldGiveTheOldLabelUnlessToldOtherwise() {
    var north = Optional.of(new PosterLabel("北门"));
    var south = Optional.of(new PosterLabel("南门"));
    Poster first = done(tended().replace(applicant, venue, gate.in().id(), north, WEEK, noKey()));
    Poster second = done(replace(first, WEEK));
    assertThat(second.label()).isEqualTo(north);
    Poster third = done(tended().replace(applicant, venue, second.id(), south, WEEK, noKey()));
    assertThat(third.label()).isEqualTo(south);
  }

  @Test
  void aReplacedPosterShouldBeRevokedBeforeItsTime() {
    done(replace(gate.in(), WEEK));
    app.clock().advance(Duration.ofDays(1));
    done(managed().revoke(applicant, venue, gate.in().id()));
    assertThat(found(gate.in()).revokedAt()).contains(now());
    assertThat(fixtures.scan(gate.in(), fixtures.aPerson().id()).outcome()).isEqualTo(refused());
  }

  @Test
  void replaceWithoutOverlapShouldRevokeAtOnce() {
    done(replace(gate.in(), new Overlap(Duration.ZERO)));
    assertThat(fixtures.scan(gate.in(), fixtures.aPerson().id()).outcome()).isEqualTo(refused());
    assertThat(denied(replace(gate.in(), WEEK))).isEqualTo(POSTER_REPLACED);
  }

  @Test
  void aPosterShouldBeReplacedOnce() {
    List<Result<Poster>> results = AtOnce.run(6, i -> replace(gate.in(), WEEK));
    assertThat(results)
        .filteredOn(result -> result.fold(poster -> true, denial -> false))
        .hasSize(1);
    assertThat(denied(replace(gate.in(), WEEK))).isEqualTo(POSTER_REPLACED);
    assertThat(done(managed().list(applicant, venue))).hasSize(3);
  }

  @Test
  void replaceShouldFindWhatTheSameKeyCreated() {
    var key = Optional.of(new CreationKey(applicant.account(), "replacement", "key-1"));
    Poster first = done(tended().replace(applicant, venue, gate.in().id(), NO_LABEL, WEEK, key));
    assertThat(done(tended().replace(applicant, venue, gate.in().id(), NO_LABEL, WEEK, key)))
        .isEqualTo(first);
    assertThat(done(managed().list(applicant, venue))).hasSize(3);
  }

  @Test
  void replaceShouldBeDeniedWhereThereIsNothingToReplace() {
    done(managed().revoke(applicant, venue, gate.out().id()));
    assertThat(denied(replace(gate.out(), WEEK))).isEqualTo(POSTER_REVOKED);
    Gate other = fixtures.aVenue().by(applicant.account()).addWithGate();
    assertThat(denied(replace(other.in(), WEEK))).isEqualTo(NOT_FOUND);
    Gate pending = fixtures.aVenue().by(applicant.account()).underReview().addWithGate();
    assertThat(
            denied(
                tended()
                    .replace(
                        applicant,
                        pending.venue().id(),
                        pending.in().id(),
                        NO_LABEL,
                        WEEK,
                        noKey())))
        .isEqualTo(VENUE_NOT_APPROVED);
  }

  private static ScanOutcome refused() {
    return new ScanOutcome.Refused(RefusalReason.POSTER_REVOKED);
  }

  private static Optional<CreationKey> noKey() {
    return Optional.empty();
  }

  private Result<Poster> confirm(Optional<Instant> at) {
    return tended().confirm(applicant, venue, gate.in().id(), at);
  }

  private Result<Poster> replace(Poster poster, Overlap overlap) {
    return tended().replace(applicant, venue, poster.id(), NO_LABEL, overlap, noKey());
  }

  private Poster found(Poster poster) {
    return app.stores().posters().find(poster.venue(), poster.id()).orElseThrow();
  }

  private Instant now() {
    return app.clock().instant();
  }

  private TendPosters tended() {
    return app.useCases().posterLife().tendPosters();
  }

  private ManagePosters managed() {
    return app.useCases().venue().managePosters();
  }
}
