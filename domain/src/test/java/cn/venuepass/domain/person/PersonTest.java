package cn.venuepass.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonTest {

  @Test
  void maskedNameShouldBeTheNameWhenItIsKnown() {
    assertThat(person(Optional.of(new PersonName("样品本"))).maskedName()).isEqualTo("样*本");
  }

  @Test
  void maskedNameShouldBeTheNumberOfTheNameless() {
    assertThat(person(Optional.empty()).maskedName()).isEqualTo("6590**********0018");
  }

  @Test
  void aPersonShouldNotPrintPersonalFields() {
    assertThat(person(Optional.of(new PersonName("样品本"))).toString())
        .doesNotContain("样", "本", "6590", "138");
  }

  private static Person person(Optional<PersonName> name) {
    return new Person(
        new PersonId(new UUID(1, 1)),
        new ResidentIdNumber("659002192001010018"),
        name,
        Optional.of(new PhoneNumber("+8613800000000")));
  }
}
