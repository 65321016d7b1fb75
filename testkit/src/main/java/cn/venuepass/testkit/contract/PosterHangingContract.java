package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.venue.PosterLanding;
import cn.venuepass.application.venue.PosterRepository;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link PosterRepository} keeps of a poster from its print to its end. */
public interface PosterHangingContract extends StoreContract {
  Duration WEEK = Duration.ofDays(7);
  Duration DAY = Duration.ofDays(1);

  @Test
  default void aPosterShouldBeReplacedOnce() {
    Venue venue = fixtures().aVenue().add();
    Poster old = fixtures().aPoster(venue.id(), Direction.OUT);
    List<Poster> successors =
        AtOnce.run(6, i -> old.successor(new PosterId(UUID.randomUUID()), Optional.empty(), now()));
    List<Boolean> added = AtOnce.run(6, i -> posters().addSuccessor(successors.get(i)));
    assertThat(added).containsOnlyOnce(true);
    PosterId winner = successors.get(added.indexOf(true)).id();
    assertThat(posters().listOf(venue.id()))
        .extracting(Poster::succession)
        .containsExactlyInAnyOrder(
            new Poster.Succession(Optional.empty(), Optional.of(winner)),
            new Poster.Succession(Optional.of(old.id()), Optional.empty()));
    assertThat(found(old).succession().replacedBy()).contains(winner);
  }

  @Test
  default void theEarliestRevocationShouldCount() {
    Poster poster = fixtures().aPoster(fixtures().aVenue().add().id(), Direction.IN);
    for (Instant at : List.of(now().plus(WEEK), now().plus(DAY), now().plus(WEEK))) {
      assertThat(posters().revoke(poster.venue(), poster.id(), at)).isTrue();
    }
    assertThat(found(poster).revokedAt()).contains(now().plus(DAY));
  }

  @Test
  default void aPosterShouldWorkUntilThePlannedRevocation() {
    Venue venue = fixtures().aVenue().add();
    Poster poster = fixtures().aPoster(venue.id(), Direction.IN);
    posters().revoke(venue.id(), poster.id(), now().plus(WEEK));
    PersonId person = fixtures().aPerson().id();
    assertThat(fixtures().scan(poster, person).outcome()).isInstanceOf(ScanOutcome.Entered.class);
    assertThat(posters().landing(poster.id(), now()).map(PosterLanding::open)).contains(true);
    clock().advance(WEEK);
    assertThat(fixtures().scan(poster, person).outcome())
        .isEqualTo(new ScanOutcome.Refused(RefusalReason.POSTER_REVOKED));
    assertThat(posters().landing(poster.id(), now()).map(PosterLanding::open)).contains(false);
  }

  @Test
  default void aRevocationShouldHoldBeforeThePlannedOne() {
    Venue venue = fixtures().aVenue().add();
    Poster poster = fixtures().aPoster(venue.id(), Direction.IN);
    posters().revoke(venue.id(), poster.id(), now().plus(WEEK));
    posters().revoke(venue.id(), poster.id(), now());
    assertThat(fixtures().scan(poster, fixtures().aPerson().id()).outcome())
        .isEqualTo(new ScanOutcome.Refused(RefusalReason.POSTER_REVOKED));
  }

  @Test
  default void theFirstDownloadShouldCount() {
    Poster poster = fixtures().aPoster(fixtures().aVenue().add().id(), Direction.IN);
    Instant first = now();
    assertThat(found(poster).hanging()).isEqualTo(Poster.Hanging.UNKNOWN);
    posters().noteDownload(poster.venue(), poster.id(), first);
    posters().noteDownload(poster.venue(), poster.id(), first.plus(DAY));
    assertThat(found(poster).hanging().downloadedAt()).contains(first);
  }

  @Test
  default void theLatestConfirmationShouldCount() {
    Poster poster = fixtures().aPoster(fixtures().aVenue().add().id(), Direction.IN);
    Instant last = now().plus(DAY);
    for (Instant at : List.of(now(), last, now())) {
      assertThat(posters().confirm(poster.venue(), poster.id(), at)).isTrue();
    }
    assertThat(found(poster).hanging().confirmedAt()).contains(last);
  }

  @Test
  default void nothingShouldSayThatARevokedPosterHangs() {
    Poster poster = fixtures().aPoster(fixtures().aVenue().add().id(), Direction.IN);
    posters().revoke(poster.venue(), poster.id(), now());
    posters().noteDownload(poster.venue(), poster.id(), now());
    assertThat(posters().confirm(poster.venue(), poster.id(), now())).isFalse();
    assertThat(found(poster).hanging()).isEqualTo(Poster.Hanging.UNKNOWN);
    var elsewhere = fixtures().aVenue().add().id();
    Poster other = fixtures().aPoster(poster.venue(), Direction.IN);
    assertThat(posters().confirm(elsewhere, other.id(), now())).isFalse();
  }

  private PosterRepository posters() {
    return stores().posters();
  }

  private Poster found(Poster poster) {
    return posters().find(poster.venue(), poster.id()).orElseThrow();
  }

  private Instant now() {
    return clock().instant();
  }
}
