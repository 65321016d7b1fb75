package cn.venuepass.domain.venue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VenueTest {
  private static final Instant APPLIED = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant LATER = APPLIED.plusSeconds(3600);
  private static final RejectionReason REASON = new RejectionReason("地址不完整");
  private static final VenueDetails DETAILS = details("塔里木宾馆");
  private static final VenueDetails CORRECTION = details("塔里木大饭店");

  private static final Venue PENDING =
      Venue.applied(new VenueId(new UUID(1, 1)), new AccountId(new UUID(2, 2)), DETAILS, APPLIED);
  private static final Venue APPROVED = PENDING.approved(LATER).orElseThrow();
  private static final Venue REJECTED = PENDING.rejected(LATER, REASON).orElseThrow();
  private static final Venue REMOVED = PENDING.removed(LATER).orElseThrow();

  @Test
  void appliedShouldWaitForReview() {
    assertThat(PENDING.state()).isEqualTo(new VenueState.Pending());
    assertThat(PENDING.revision()).isZero();
    assertThat(PENDING.appliedAt()).isEqualTo(APPLIED);
    assertThat(PENDING.isApproved()).isFalse();
  }

  @Test
  void approvedShouldFollowReviewOnly() {
    assertThat(PENDING.approved(LATER))
        .contains(next(PENDING, DETAILS, APPLIED, new VenueState.Approved(LATER)));
    assertThat(APPROVED.isApproved()).isTrue();
    assertThat(APPROVED.approved(LATER)).isEmpty();
    assertThat(REJECTED.approved(LATER)).isEmpty();
    assertThat(REMOVED.approved(LATER)).isEmpty();
  }

  @Test
  void rejectedShouldFollowReviewOnly() {
    assertThat(PENDING.rejected(LATER, REASON))
        .contains(next(PENDING, DETAILS, APPLIED, new VenueState.Rejected(LATER, REASON)));
    assertThat(APPROVED.rejected(LATER, REASON)).isEmpty();
    assertThat(REJECTED.rejected(LATER, REASON)).isEmpty();
    assertThat(REMOVED.rejected(LATER, REASON)).isEmpty();
  }

  @Test
  void correctedShouldBeSentForReviewAgainUnlessApproved() {
    var pending = new VenueState.Pending();
    assertThat(PENDING.corrected(CORRECTION, LATER))
        .contains(next(PENDING, CORRECTION, LATER, pending));
    assertThat(REJECTED.corrected(CORRECTION, LATER))
        .contains(next(REJECTED, CORRECTION, LATER, pending));
    assertThat(APPROVED.corrected(CORRECTION, LATER)).isEmpty();
    assertThat(REMOVED.corrected(CORRECTION, LATER)).isEmpty();
  }

  @Test
  void correctedShouldBeAnotherApplicationWhateverTheClockSays() {
    for (Instant at : List.of(APPLIED, APPLIED.plusNanos(999), APPLIED.minusSeconds(1))) {
      Venue corrected = PENDING.corrected(CORRECTION, at).orElseThrow();
      assertThat(corrected.appliedAt()).isEqualTo(APPLIED.plusMillis(1));
      assertThat(corrected.isAsApplied(APPLIED)).isFalse();
      assertThat(corrected.corrected(DETAILS, at).orElseThrow().isAsApplied(APPLIED.plusMillis(1)))
          .isFalse();
    }
    assertThat(PENDING.isAsApplied(APPLIED.plusNanos(999))).isTrue();
  }

  @Test
  void withdrawnShouldBeForTheApplicantUnlessApproved() {
    var removed = new VenueState.Removed(LATER, false);
    assertThat(PENDING.withdrawn(LATER)).contains(next(PENDING, DETAILS, APPLIED, removed));
    assertThat(REJECTED.withdrawn(LATER)).contains(next(REJECTED, DETAILS, APPLIED, removed));
    assertThat(APPROVED.withdrawn(LATER)).isEmpty();
    assertThat(REMOVED.withdrawn(LATER)).isEmpty();
  }

  @Test
  void removedShouldFollowEveryStateOnce() {
    var removed = new VenueState.Removed(LATER, false);
    assertThat(PENDING.removed(LATER)).contains(next(PENDING, DETAILS, APPLIED, removed));
    assertThat(APPROVED.removed(LATER))
        .contains(next(APPROVED, DETAILS, APPLIED, new VenueState.Removed(LATER, true)));
    assertThat(REJECTED.removed(LATER)).contains(next(REJECTED, DETAILS, APPLIED, removed));
    assertThat(REMOVED.removed(LATER)).isEmpty();
  }

  @Test
  void whoeverWasApprovedOnceShouldHaveBeenSo() {
    assertThat(APPROVED.wasEverApproved()).isTrue();
    assertThat(APPROVED.removed(LATER).orElseThrow().wasEverApproved()).isTrue();
    assertThat(PENDING.wasEverApproved()).isFalse();
    assertThat(REJECTED.wasEverApproved()).isFalse();
    assertThat(PENDING.withdrawn(LATER).orElseThrow().wasEverApproved()).isFalse();
    assertThat(REJECTED.removed(LATER).orElseThrow().wasEverApproved()).isFalse();
  }

  @Test
  void theRevisionShouldGrowByOneWithEveryStep() {
    Venue approved =
        REJECTED.corrected(CORRECTION, LATER).flatMap(venue -> venue.approved(LATER)).orElseThrow();
    assertThat(REJECTED.revision()).isEqualTo(1);
    assertThat(approved.revision()).isEqualTo(3);
    assertThat(approved.removed(LATER).map(Venue::revision)).contains(4);
  }

  @Test
  void everyStateShouldHaveAStatusOfItsOwn() {
    assertThat(PENDING.state().status()).isEqualTo(VenueStatus.PENDING);
    assertThat(APPROVED.state().status()).isEqualTo(VenueStatus.APPROVED);
    assertThat(REJECTED.state().status()).isEqualTo(VenueStatus.REJECTED);
    assertThat(REMOVED.state().status()).isEqualTo(VenueStatus.REMOVED);
  }

  @Test
  void everyDecisionShouldHaveATime() {
    assertThat(PENDING.state().decidedAt()).isEmpty();
    assertThat(APPROVED.state().decidedAt()).contains(LATER);
    assertThat(REJECTED.state().decidedAt()).contains(LATER);
    assertThat(REMOVED.state().decidedAt()).contains(LATER);
  }

  private static Venue next(Venue before, VenueDetails details, Instant appliedAt, VenueState to) {
    return new Venue(
        before.id(), before.applicant(), details, false, appliedAt, to, before.revision() + 1);
  }

  private static VenueDetails details(String name) {
    return new VenueDetails(
        new VenueName(name),
        new VenueTypeCode("HOTEL"),
        new PersonName("负责人样本"),
        new PhoneNumber("+8613800000000"),
        new DivisionCode("659002001001"),
        new Address("塔里木大道1号"),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }
}
