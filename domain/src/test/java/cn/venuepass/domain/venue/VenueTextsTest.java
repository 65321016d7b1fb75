package cn.venuepass.domain.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values with which a venue is described. */
class VenueTextsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("texts")
  void aTextShouldHaveOneToSoManyCharacters(
      String field, int maximum, Function<String, String> text) {
    assertThat(text.apply(" " + "码".repeat(maximum) + " ")).hasSize(maximum);
    assertInvalid(field, () -> text.apply("码".repeat(maximum + 1)));
    assertInvalid(field, () -> text.apply(" "));
    assertInvalid(field, () -> text.apply("码\n码"));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("name", 60, text(text -> new VenueName(text).text())),
        Arguments.of("address", 200, text(text -> new Address(text).text())),
        Arguments.of("label", 40, text(text -> new PosterLabel(text).text())),
        Arguments.of("reason", 500, text(text -> new RejectionReason(text).text())));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000_000})
  void aCapacityShouldBeUpToAMillion(int people) {
    assertThat(new Capacity(people).people()).isEqualTo(people);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 1_000_001})
  void otherCapacitiesShouldBeRefused(int people) {
    assertInvalid("capacity", () -> new Capacity(people));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "65900200100", "6590020010011", "65900200100X", "６59002001001"})
  void aDivisionCodeShouldBeTwelveDigits(String text) {
    assertThat(new DivisionCode("659002001001").text()).isEqualTo("659002001001");
    assertInvalid("division", () -> new DivisionCode(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hotel", "1HOTEL", "HOTEL-1", "HOTEL\n", "宾馆"})
  void aVenueTypeCodeShouldBeOfCapitals(String text) {
    assertThat(new VenueTypeCode("HOTEL_1").text()).isEqualTo("HOTEL_1");
    assertInvalid("type", () -> new VenueTypeCode(text));
  }

  private static Function<String, String> text(Function<String, String> made) {
    return made;
  }

  private static void assertInvalid(String field, ThrowingCallable value) {
    assertThatThrownBy(value)
        .isInstanceOfSatisfying(InvalidValue.class, e -> assertThat(e.field()).isEqualTo(field));
  }
}
