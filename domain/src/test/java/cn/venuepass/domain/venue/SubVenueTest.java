package cn.venuepass.domain.venue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A venue that names another as the one that it is a part of. */
class SubVenueTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final VenueId MARKET = new VenueId(new UUID(1, 1));
  private static final VenueId STATION = new VenueId(new UUID(2, 2));
  private static final Venue SHOP = applied(details("塔里木市场1号店", Optional.of(MARKET)));
  private static final Venue ALONE = applied(details("塔里木市场", Optional.empty()));

  @Test
  void aParentShouldCountOnlyOnceItAgreed() {
    assertThat(SHOP.details().parent()).contains(MARKET);
    assertThat(SHOP.parent()).isEmpty();
    assertThat(SHOP.agreedByParent().parent()).contains(MARKET);
    assertThat(ALONE.parent()).isEmpty();
  }

  @Test
  void theParentsAgreementShouldBeAStepOfItsOwn() {
    assertThat(SHOP.agreedByParent())
        .isEqualTo(
            new Venue(SHOP.id(), SHOP.applicant(), SHOP.details(), true, NOW, SHOP.state(), 1));
  }

  @Test
  void anApplicantsOwnVenueShouldAgreeAtOnce() {
    assertThat(SHOP.withOwnParent())
        .isEqualTo(
            new Venue(SHOP.id(), SHOP.applicant(), SHOP.details(), true, NOW, SHOP.state(), 0));
    assertThat(SHOP.withOwnParent().parent()).contains(MARKET);
  }

  @Test
  void aParentThatDoesNotWantItShouldNotBeNamedAnyMore() {
    Venue alone = SHOP.agreedByParent().withoutParent();
    assertThat(alone)
        .isEqualTo(
            new Venue(
                SHOP.id(),
                SHOP.applicant(),
                details("塔里木市场1号店", Optional.empty()),
                false,
                NOW,
                SHOP.state(),
                2));
    assertThat(alone.parent()).isEmpty();
  }

  @Test
  void theAgreementShouldOutlastEveryStepOfTheReview() {
    Venue agreed = SHOP.agreedByParent();
    Venue approved = agreed.approved(NOW).orElseThrow();
    assertThat(approved.parent()).contains(MARKET);
    assertThat(approved.removed(NOW).flatMap(Venue::parent)).contains(MARKET);
    assertThat(agreed.rejected(NOW, new RejectionReason("地址不完整")).flatMap(Venue::parent))
        .contains(MARKET);
  }

  @Test
  void aCorrectionShouldKeepTheAgreementOfTheSameParent() {
    VenueDetails correction = details("塔里木市场2号店", Optional.of(MARKET));
    assertThat(SHOP.agreedByParent().corrected(correction, NOW).flatMap(Venue::parent))
        .contains(MARKET);
    assertThat(SHOP.corrected(correction, NOW).flatMap(Venue::parent)).isEmpty();
  }

  @Test
  void aCorrectionShouldLoseTheAgreementWithTheParent() {
    Venue agreed = SHOP.agreedByParent();
    VenueDetails elsewhere = details("塔里木市场1号店", Optional.of(STATION));
    VenueDetails alone = details("塔里木市场1号店", Optional.empty());
    assertThat(agreed.corrected(elsewhere, NOW).orElseThrow().parentAgreed()).isFalse();
    assertThat(agreed.corrected(alone, NOW).orElseThrow().parentAgreed()).isFalse();
  }

  @Test
  void onlyAnApprovedVenueWithoutAParentShouldBecomeOne() {
    assertThat(ALONE.mayBeParent()).isFalse();
    assertThat(ALONE.approved(NOW).map(Venue::mayBeParent)).contains(true);
    assertThat(ALONE.approved(NOW).flatMap(venue -> venue.removed(NOW)).map(Venue::mayBeParent))
        .contains(false);
    assertThat(SHOP.approved(NOW).map(Venue::mayBeParent)).contains(false);
    assertThat(SHOP.agreedByParent().approved(NOW).map(Venue::mayBeParent)).contains(false);
    assertThat(SHOP.withoutParent().approved(NOW).map(Venue::mayBeParent)).contains(true);
  }

  private static Venue applied(VenueDetails details) {
    return Venue.applied(new VenueId(new UUID(3, 3)), new AccountId(new UUID(4, 4)), details, NOW);
  }

  private static VenueDetails details(String name, Optional<VenueId> parent) {
    return new VenueDetails(
        new VenueName(name),
        new VenueTypeCode("MARKET"),
        new PersonName("负责人样本"),
        new PhoneNumber("+8613800000000"),
        new DivisionCode("659002001001"),
        new Address("塔里木大道1号"),
        parent,
        true,
        Optional.of(new Capacity(40)),
        Optional.empty());
  }
}
