package cn.venuepass.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaffValuesTest {
  private static final Jurisdiction COMMUNITY = Jurisdiction.of(new DivisionCode("659002001001"));
  private static final Jurisdiction DEPARTMENT =
      new Jurisdiction.OfVenueTypes(Set.of(new VenueTypeCode("HOTEL")));

  @ParameterizedTest
  @CsvSource({"Reviewer, reviewer", "' a.b-c_9 ', a.b-c_9", "007, 007"})
  void aUsernameShouldNotDependOnCase(String text, String username) {
    assertThat(new Username(text).text()).isEqualTo(username);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", ".abc", "a b", "a\u0000bc", "张三三", "a/bc"})
  void aUsernameShouldBeMadeOfLettersDigitsDotsAndDashes(String text) {
    assertInvalid("username: FORMAT", () -> new Username(text));
  }

  @Test
  void aUsernameShouldHaveSixtyFourCharactersAtMost() {
    assertThat(new Username("x".repeat(64)).text()).hasSize(64);
    assertInvalid("username: FORMAT", () -> new Username("x".repeat(65)));
  }

  @ParameterizedTest
  @CsvSource({
    "elevenchars, TOO_SHORT",
    "aaaaaaaaaaaa, TOO_EASY",
    "abcdeabcdeab, TOO_EASY",
    "'', TOO_SHORT"
  })
  void aPasswordShouldBeLongAndNotEasilyGuessed(String text, String rule) {
    assertInvalid("newPassword: " + rule, () -> new NewPassword(text));
  }

  @Test
  void aPasswordShouldBeMadeOfWhateverItsHolderLikes() {
    assertThat(new NewPassword("abcdefabcdef").text()).hasSize(12);
    assertThat(new NewPassword("一二三四五六七八九十甲乙").text()).hasSize(12);
    assertInvalid("newPassword: TOO_LONG", () -> new NewPassword("abcdef7".repeat(37)));
    assertThat(new NewPassword("abcdefabcdef")).hasToString("NewPassword[***]");
    assertInvalid(
        "newPassword: TOO_EASY",
        () -> new NewPassword("xx-REVIEWER-xx").of(new Username("reviewer")));
  }

  @Test
  void rolesShouldFitTheJurisdiction() {
    assertInvalid("roles: REQUIRED", () -> account(COMMUNITY));
    assertInvalid("roles: NOT_FOR_JURISDICTION", () -> account(COMMUNITY, Role.RESIDENT));
    assertInvalid("roles: NOT_FOR_JURISDICTION", () -> account(DEPARTMENT, Role.ADMIN));
    assertInvalid(
        "roles: NOT_FOR_JURISDICTION", () -> account(DEPARTMENT, Role.SUPERVISOR, Role.TRACER));
    assertThat(account(DEPARTMENT, Role.SUPERVISOR).enabled()).isTrue();
    assertThat(account(COMMUNITY, Role.ADMIN, Role.AUDITOR).roles()).hasSize(2);
  }

  @Test
  void aDepartmentShouldHaveSomeTypesAndNotTooMany() {
    assertInvalid("venueTypes: REQUIRED", () -> new Jurisdiction.OfVenueTypes(Set.of()));
    Set<VenueTypeCode> many =
        IntStream.rangeClosed(0, Jurisdiction.MOST_TYPES)
            .mapToObj(i -> new VenueTypeCode("T" + i))
            .collect(Collectors.toSet());
    assertInvalid("venueTypes: TOO_MANY", () -> new Jurisdiction.OfVenueTypes(many));
  }

  @Test
  void anAccountShouldOweAPasswordFirstAndThenASecondFactor() {
    StaffAccount fresh = account(COMMUNITY, Role.TRACER);
    assertThat(fresh.obligation(true)).contains(StaffObligation.CHANGE_PASSWORD);
    assertThat(fresh.obligation(false)).contains(StaffObligation.CHANGE_PASSWORD);
    StaffAccount settled = standing(fresh, false, false);
    assertThat(settled.obligation(true)).contains(StaffObligation.ENROL_SECOND_FACTOR);
    assertThat(settled.obligation(false)).isEmpty();
    assertThat(standing(fresh, false, true).obligation(true)).isEmpty();
  }

  private static StaffAccount standing(StaffAccount known, boolean temporary, boolean second) {
    return new StaffAccount(
        known.id(),
        known.username(),
        known.roles(),
        known.jurisdiction(),
        known.enabled(),
        temporary,
        second,
        known.addedAt(),
        known.revision());
  }

  private static StaffAccount account(Jurisdiction jurisdiction, Role... roles) {
    return StaffAccount.added(
        new StaffId(UUID.randomUUID()),
        new Username("staff-1"),
        Set.of(roles),
        jurisdiction,
        Instant.EPOCH);
  }

  private static void assertInvalid(String message, Runnable work) {
    assertThatThrownBy(work::run).isInstanceOf(InvalidValue.class).hasMessage(message);
  }
}
