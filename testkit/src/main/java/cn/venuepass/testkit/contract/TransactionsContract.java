package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonName;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.Transactions} and {@link cn.venuepass.application.CreationLog}.
 */
public interface TransactionsContract extends StoreContract {

  @Test
  default void runShouldStoreNothingWhenTheWorkThrows() {
    Person person = fixtures().aPerson();
    assertThatThrownBy(
            () ->
                stores()
                    .transactions()
                    .run(
                        () -> {
                          stores().people().update(renamed(person));
                          throw new IllegalStateException("broken");
                        }))
        .hasMessage("broken");
    assertThat(stores().people().find(person.id())).contains(person);
  }

  @Test
  default void runShouldStoreWhatTheWorkStored() {
    Person person = fixtures().aPerson();
    stores()
        .transactions()
        .run(
            () -> {
              stores().people().update(renamed(person));
              return Optional.empty();
            });
    assertThat(stores().people().find(person.id())).contains(renamed(person));
  }

  @Test
  default void attemptShouldStoreNothingWhenTheWorkIsDenied() {
    Person person = fixtures().aPerson();
    Result<Person> result =
        stores()
            .transactions()
            .attempt(
                () -> {
                  stores().people().update(renamed(person));
                  return Result.denied(Denial.Plain.NOT_FOUND);
                });
    assertThat(result).isEqualTo(Result.denied(Denial.Plain.NOT_FOUND));
    assertThat(stores().people().find(person.id())).contains(person);
  }

  @Test
  default void aCreationKeyShouldNameOneThingForADay() {
    var key = new CreationKey(new AccountId(UUID.randomUUID()), "venue", "key-1");
    UUID first = UUID.randomUUID();
    UUID later = UUID.randomUUID();
    assertThat(stores().creationLog().idFor(key, first, clock().instant())).isEqualTo(first);
    assertThat(stores().creationLog().idFor(key, later, clock().instant())).isEqualTo(first);
    var nextDay = clock().instant().plus(Duration.ofHours(24));
    assertThat(stores().creationLog().idFor(key, later, nextDay)).isEqualTo(later);
  }

  @Test
  default void aCreationKeyShouldNameOneThingWhenUsedAtOnce() {
    var key = new CreationKey(new AccountId(UUID.randomUUID()), "venue", "key-1");
    var ids =
        AtOnce.run(8, i -> stores().creationLog().idFor(key, UUID.randomUUID(), clock().instant()));
    assertThat(new HashSet<>(ids)).hasSize(1);
  }

  private static Person renamed(Person person) {
    return new Person(
        person.id(), person.idNumber(), Optional.of(new PersonName("新名样本")), person.phone());
  }
}
