package cn.venuepass.application.venue;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aReviewer;
import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.VENUE_APPROVED;
import static cn.venuepass.application.Denial.Plain.VENUE_REJECTED;
import static cn.venuepass.domain.audit.AuditPurpose.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.application.Denial;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.OddStores;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.audit.AuditLog;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.RejectionReason;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueState;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.RebuiltStores;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewVenuesTest {
  private static final PageRequest ALL = PageRequest.first(50);
  private static final Optional<Instant> NOT_SAID = Optional.empty();
  private static final RejectionReason REASON = new RejectionReason("地址不完整");

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final DivisionCode territory =
      fixtures.aDivision(Division.Level.TERRITORY, Optional.empty()).code();
  private final DivisionCode community =
      fixtures.aDivision(Division.Level.COMMUNITY, Optional.of(territory)).code();
  private final Caller.Staff own = aReviewer(app, community);
  private final Caller.Staff other = aReviewer(app, fixtures.aCommunity());

  @Test
  void queueShouldShowTheJurisdictionTheOldestFirst() {
    Venue first = pending();
    app.clock().advance(Duration.ofMinutes(1));
    Venue second = pending();
    fixtures.aVenue().underReview().add();
    assertThat(queue(own, VenueStatus.PENDING)).containsExactly(first, second);
    assertThat(queue(aReviewer(app, territory), VenueStatus.PENDING))
        .containsExactly(first, second);
    assertThat(queue(other, VenueStatus.PENDING)).isEmpty();
  }

  @Test
  void queueShouldShowOneStatus() {
    Venue pending = pending();
    Venue approved = done(approve(own, pending().id()));
    Venue rejected = done(reject(own, pending().id(), REASON));
    assertThat(queue(own, VenueStatus.PENDING)).containsExactly(pending);
    assertThat(queue(own, VenueStatus.APPROVED)).containsExactly(approved);
    assertThat(queue(own, VenueStatus.REJECTED)).containsExactly(rejected);
    assertThat(queue(own, VenueStatus.REMOVED)).isEmpty();
  }

  @Test
  void queueShouldShowThePartThatIsAskedFor() {
    Venue here = pending();
    Venue there = fixtures.aVenue().in(below()).underReview().add();
    Caller.Staff above = aReviewer(app, territory);
    var place = new Narrowing(Optional.of(community), Optional.empty());
    var kind = new Narrowing(Optional.empty(), Optional.of(there.details().type()));
    assertThat(review().queue(above, place, VenueStatus.PENDING, ALL).items())
        .containsExactly(here);
    assertThat(review().queue(above, kind, VenueStatus.PENDING, ALL).items())
        .containsExactly(there);
    assertThat(review().queue(other, place, VenueStatus.PENDING, ALL).items()).isEmpty();
  }

  @Test
  void queueShouldShowEachVenueOnOnePage() {
    Venue first = pending();
    app.clock().advance(Duration.ofMinutes(1));
    Venue second = pending();
    Page<Venue> one =
        review().queue(own, Narrowing.NONE, VenueStatus.PENDING, PageRequest.first(1));
    Page<Venue> two =
        review().queue(own, Narrowing.NONE, VenueStatus.PENDING, new PageRequest(1, one.next()));
    assertThat(one.items()).containsExactly(first);
    assertThat(two.items()).containsExactly(second);
    assertThat(two.next()).isEmpty();
  }

  @Test
  void approveShouldIssueAPosterForEachDirection() {
    Venue approved = done(approve(own, pending().id()));
    assertThat(approved.state()).isEqualTo(new VenueState.Approved(app.clock().instant()));
    assertThat(postersOf(approved))
        .extracting(Poster::direction)
        .containsExactlyInAnyOrder(Direction.IN, Direction.OUT);
    assertThat(postersOf(approved)).noneMatch(poster -> poster.revokedAt().isPresent());
  }

  @Test
  void approveShouldBeForTheDivisionsAboveToo() {
    assertThat(done(approve(aReviewer(app, territory), pending().id())).isApproved()).isTrue();
  }

  @Test
  void approveShouldBeDeniedTheSecondTime() {
    Venue approved = done(approve(own, pending().id()));
    assertThat(denied(approve(own, approved.id()))).isEqualTo(VENUE_APPROVED);
    assertThat(postersOf(approved)).hasSize(2);
  }

  @Test
  void approveShouldBeDeniedOnceRejected() {
    Venue rejected = done(reject(own, pending().id(), REASON));
    assertThat(denied(approve(own, rejected.id()))).isEqualTo(VENUE_REJECTED);
    assertThat(postersOf(rejected)).isEmpty();
  }

  @Test
  void rejectShouldKeepTheReason() {
    Venue rejected = done(reject(own, pending().id(), REASON));
    assertThat(rejected.state()).isEqualTo(new VenueState.Rejected(app.clock().instant(), REASON));
    assertThat(postersOf(rejected)).isEmpty();
  }

  @Test
  void rejectShouldBeDeniedOnceDecided() {
    Venue approved = done(approve(own, pending().id()));
    Venue rejected = done(reject(own, pending().id(), REASON));
    assertThat(denied(reject(own, approved.id(), REASON))).isEqualTo(VENUE_APPROVED);
    assertThat(denied(reject(own, rejected.id(), REASON))).isEqualTo(VENUE_REJECTED);
  }

  @Test
  void aReviewerShouldNotFindTheVenuesOfAnotherDivision() {
    Venue pending = pending();
    assertThat(denied(approve(other, pending.id()))).isEqualTo(NOT_FOUND);
    assertThat(denied(reject(other, pending.id(), REASON))).isEqualTo(NOT_FOUND);
    assertThat(queue(own, VenueStatus.PENDING)).containsExactly(pending);
  }

  @Test
  void aReviewerShouldNotFindARemovedVenue() {
    Venue pending = pending();
    app.stores().venues().replace(pending.withdrawn(app.clock().instant()).orElseThrow());
    assertThat(denied(approve(own, pending.id()))).isEqualTo(NOT_FOUND);
    assertThat(denied(reject(own, pending.id(), REASON))).isEqualTo(NOT_FOUND);
    assertThat(denied(approve(own, new VenueId(UUID.randomUUID())))).isEqualTo(NOT_FOUND);
  }

  @Test
  void aDecisionShouldTellWhenSomebodyElseChangedTheVenueMeanwhile() {
    Venue pending = pending();
    var slow = new TestApplication(OddStores.overtaken(app.stores()));
    var review = slow.useCases().venue().reviewVenues();
    assertThat(denied(review.approve(own, pending.id(), NOT_SAID))).isEqualTo(CHANGED_MEANWHILE);
    assertThat(denied(review.reject(own, pending.id(), NOT_SAID, REASON)))
        .isEqualTo(CHANGED_MEANWHILE);
    assertThat(postersOf(pending)).isEmpty();
  }

  private ReviewVenues review() {
    return app.useCases().venue().reviewVenues();
  }

  @Test
  void everyLookAndEveryDecisionShouldBeNoted() {
    Venue first = pending();
    Venue second = pending();
    List<Venue> unused = queue(own, VenueStatus.PENDING);
    Venue approved = done(approve(own, first.id()));
    Venue rejected = done(reject(own, second.id(), new RejectionReason("地址不详")));
    Denial denied = denied(approve(own, first.id()));
    assertThat(denied).isEqualTo(VENUE_APPROVED);
    Actor reviewer = Actor.staff(own, Role.REVIEWER);
    assertThat(LoggedEvents.events(app))
        .filteredOn(event -> event.deed().purpose() == REVIEW)
        .extracting(AuditEvent::actor, AuditEvent::deed)
        .containsExactly(
            tuple(reviewer, Deed.of(AuditAction.APPLICATION_VIEWED, REVIEW).within(community)),
            tuple(reviewer, Deed.of(AuditAction.VENUE_APPROVED, REVIEW).at(approved)),
            tuple(reviewer, Deed.of(AuditAction.VENUE_REJECTED, REVIEW).at(rejected)));
  }

  @Test
  void aDecisionThatCannotBeNotedShouldNotBeMade() {
    Venue venue = pending();
    var unlogged =
        new TestApplication(
            RebuiltStores.with(
                app.stores(),
                AuditLog.class,
                (AuditLog)
                    Proxy.newProxyInstance(
                        AuditLog.class.getClassLoader(),
                        new Class<?>[] {AuditLog.class},
                        (proxy, method, arguments) -> {
                          throw new IllegalStateException("the log is full");
                        })));
    assertThatThrownBy(
            () -> unlogged.useCases().venue().reviewVenues().approve(own, venue.id(), NOT_SAID))
        .hasMessage("the log is full");
    assertThat(app.stores().venues().find(venue.id())).contains(venue);
    assertThat(app.stores().posters().listOf(venue.id())).isEmpty();
  }

  @Test
  void aDecisionShouldBeAboutTheApplicationThatWasSeen() {
    Venue seen = pending();
    Venue corrected = corrected(seen);
    Optional<Instant> then = Optional.of(seen.appliedAt());
    assertThat(denied(review().approve(own, seen.id(), then))).isEqualTo(CHANGED_MEANWHILE);
    assertThat(denied(review().reject(own, seen.id(), then, REASON))).isEqualTo(CHANGED_MEANWHILE);
    assertThat(queue(own, VenueStatus.PENDING)).containsExactly(corrected);
    assertThat(postersOf(seen)).isEmpty();
    assertThat(LoggedEvents.events(app))
        .extracting(event -> event.deed().action())
        .doesNotContain(AuditAction.VENUE_APPROVED, AuditAction.VENUE_REJECTED);
    Optional<Instant> now = Optional.of(corrected.appliedAt());
    assertThat(done(review().approve(own, seen.id(), now)).details())
        .isEqualTo(corrected.details());
    assertThat(denied(review().approve(own, seen.id(), then))).isEqualTo(VENUE_APPROVED);
  }

  @Test
  void aRejectionThatWasAnsweredByACorrectionShouldNotBeOverlooked() {
    Venue seen = pending();
    Venue rejected = done(reject(own, seen.id(), REASON));
    Venue again = corrected(rejected);
    assertThat(denied(review().approve(own, seen.id(), Optional.of(seen.appliedAt()))))
        .isEqualTo(CHANGED_MEANWHILE);
    assertThat(
            done(review().reject(own, seen.id(), Optional.of(again.appliedAt()), REASON)).state())
        .isEqualTo(new VenueState.Rejected(app.clock().instant(), REASON));
  }

  /** At the same moment, as far as the clock tells. */
  private Venue corrected(Venue venue) {
    return done(
        app.useCases()
            .venue()
            .correctVenue()
            .correct(venue.applicant(), venue.id(), venue.details()));
  }

  private Result<Venue> approve(Caller.Staff reviewer, VenueId venue) {
    return review().approve(reviewer, venue, NOT_SAID);
  }

  private Result<Venue> reject(Caller.Staff reviewer, VenueId venue, RejectionReason reason) {
    return review().reject(reviewer, venue, NOT_SAID, reason);
  }

  private DivisionCode below() {
    return fixtures.aDivision(Division.Level.COMMUNITY, Optional.of(territory)).code();
  }

  private List<Venue> queue(Caller.Staff reviewer, VenueStatus status) {
    return review().queue(reviewer, Narrowing.NONE, status, ALL).items();
  }

  private Venue pending() {
    return fixtures.aVenue().in(community).underReview().add();
  }

  private List<Poster> postersOf(Venue venue) {
    return app.stores().posters().listOf(venue.id());
  }
}
