package cn.venuepass.application;

import static cn.venuepass.application.Denial.Plain.MANAGER_EXISTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreationsTest {
  private static final AccountId OWNER = new AccountId(new UUID(1, 1));
  private static final Optional<CreationKey> KEY = key(OWNER, "venue", "key-1");

  private final MovableClock clock = MovableClock.monday();
  private final Stores stores = InMemoryStore.create();
  private final Creations creations =
      new Creations(stores.creationLog(), stores.transactions(), UUID::randomUUID, clock);
  private final List<UUID> created = new ArrayList<>();

  @Test
  void onceShouldCreateEachTimeWithoutAKey() {
    UUID first = create(Optional.empty());
    assertThat(create(Optional.empty())).isNotEqualTo(first);
    assertThat(created).hasSize(2);
  }

  @Test
  void onceShouldFindWhatTheKeyCreated() {
    UUID first = create(KEY);
    assertThat(create(KEY)).isEqualTo(first);
    assertThat(created).containsExactly(first);
  }

  @Test
  void onceShouldTellKeysApartByOwnerAndScope() {
    create(KEY);
    create(key(OWNER, "venue", "key-2"));
    create(key(OWNER, "poster", "key-1"));
    create(key(new AccountId(new UUID(2, 2)), "venue", "key-1"));
    assertThat(created).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void onceShouldRememberAKeyFor24Hours() {
    UUID first = create(KEY);
    clock.advance(Duration.ofHours(24).minusMillis(1));
    assertThat(create(KEY)).isEqualTo(first);
    clock.advance(Duration.ofMillis(1));
    assertThat(create(KEY)).isNotEqualTo(first);
  }

  @Test
  void aDeniedCreationShouldLeaveTheKeyFree() {
    Result<UUID> denied = once(id -> Result.denied(MANAGER_EXISTS));
    assertThat(denied).isEqualTo(Result.denied(MANAGER_EXISTS));
    assertThat(create(KEY)).isEqualTo(create(KEY));
    assertThat(created).hasSize(1);
  }

  @Test
  void aFailedCreationShouldLeaveTheKeyFree() {
    assertThatThrownBy(
            () ->
                once(
                    id -> {
                      throw new IllegalStateException("sample");
                    }))
        .hasMessage("sample");
    assertThat(create(KEY)).isEqualTo(create(KEY));
    assertThat(created).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\n", "钥匙", "a\u007F"})
  void aKeyShouldBeVisibleAscii(String text) {
    assertThatThrownBy(() -> new CreationKey(OWNER, "venue", text))
        .isInstanceOfSatisfying(
            InvalidValue.class, e -> assertThat(e.field()).isEqualTo("Idempotency-Key"));
  }

  @Test
  void aKeyShouldHaveAtMost128Characters() {
    assertThat(new CreationKey(OWNER, "venue", "k".repeat(128)).key()).hasSize(128);
    assertThatThrownBy(() -> new CreationKey(OWNER, "venue", "k".repeat(129)))
        .isInstanceOf(InvalidValue.class);
  }

  private UUID create(Optional<CreationKey> key) {
    return Answers.done(creations.once(key, this::created, Result::done));
  }

  private Result<UUID> once(Function<UUID, Result<UUID>> create) {
    return creations.once(KEY, create, Result::done);
  }

  private Result<UUID> created(UUID id) {
    created.add(id);
    return Result.done(id);
  }

  private static Optional<CreationKey> key(AccountId owner, String scope, String key) {
    return Optional.of(new CreationKey(owner, scope, key));
  }
}
