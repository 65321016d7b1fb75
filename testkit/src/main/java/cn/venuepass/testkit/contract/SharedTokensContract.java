package cn.venuepass.testkit.contract;

import static cn.venuepass.application.access.SharedTokens.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.access.SharedToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link cn.venuepass.application.access.SharedTokens}. */
public interface SharedTokensContract extends StoreContract {
  Duration CLAIM = Duration.ofSeconds(10);

  @Test
  default void findShouldGiveWhatWasPutInLast() {
    String name = aName();
    assertThat(stores().sharedTokens().find(name)).isEmpty();
    SharedToken first = replaced(name, NONE, "first");
    assertThat(stores().sharedTokens().find(name)).contains(first);
    SharedToken second = replaced(name, first.version(), "second");
    assertThat(stores().sharedTokens().find(name)).contains(second);
    assertThat(stores().sharedTokens().find(aName())).isEmpty();
  }

  @Test
  default void replaceShouldNotTouchATokenThatWasNotSeen() {
    String name = aName();
    SharedToken first = replaced(name, NONE, "first");
    assertThat(replace(name, NONE, "late")).isEmpty();
    SharedToken second = replaced(name, first.version(), "second");
    assertThat(replace(name, first.version(), "late")).isEmpty();
    assertThat(stores().sharedTokens().find(name)).contains(second);
  }

  @Test
  default void replaceShouldSucceedOnceAtOnce() {
    String name = aName();
    var tokens = AtOnce.run(8, i -> replace(name, NONE, "token-" + i));
    assertThat(tokens).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(tokens).contains(stores().sharedTokens().find(name));
  }

  @Test
  default void claimShouldBeGivenOnceAtOnce() {
    String name = aName();
    assertThat(AtOnce.run(8, i -> claim(name, NONE))).containsOnlyOnce(true);
    SharedToken first = replaced(name, NONE, "first");
    assertThat(AtOnce.run(8, i -> claim(name, first.version()))).containsOnlyOnce(true);
  }

  @Test
  default void claimShouldBeRefusedToWhoDidNotSeeTheToken() {
    String name = aName();
    SharedToken first = replaced(name, NONE, "first");
    assertThat(claim(name, NONE)).isFalse();
    assertThat(claim(name, first.version())).isTrue();
  }

  @Test
  default void aClaimShouldNotShowAToken() {
    String name = aName();
    assertThat(claim(name, NONE)).isTrue();
    assertThat(stores().sharedTokens().find(name)).isEmpty();
  }

  @Test
  default void aClaimShouldEndByItself() {
    String name = aName();
    assertThat(claim(name, NONE)).isTrue();
    clock().advance(CLAIM.minusMillis(1));
    assertThat(claim(name, NONE)).isFalse();
    clock().advance(Duration.ofMillis(1));
    assertThat(claim(name, NONE)).isTrue();
  }

  @Test
  default void releaseShouldEndThatClaimAndNoOther() {
    String name = aName();
    Instant until = clock().instant().plus(CLAIM);
    assertThat(claim(name, NONE)).isTrue();
    stores().sharedTokens().release(name, until.plusMillis(1));
    stores().sharedTokens().release(aName(), until);
    assertThat(claim(name, NONE)).isFalse();
    stores().sharedTokens().release(name, until);
    assertThat(claim(name, NONE)).isTrue();
  }

  @Test
  default void replaceShouldEndTheClaim() {
    String name = aName();
    assertThat(claim(name, NONE)).isTrue();
    SharedToken first = replaced(name, NONE, "first");
    assertThat(claim(name, first.version())).isTrue();
  }

  private boolean claim(String name, long seen) {
    Instant now = clock().instant();
    return stores().sharedTokens().claim(name, seen, now.plus(CLAIM), now);
  }

  private SharedToken replaced(String name, long seen, String value) {
    return replace(name, seen, value).orElseThrow();
  }

  private Optional<SharedToken> replace(String name, long seen, String value) {
    return stores()
        .sharedTokens()
        .replace(name, seen, value, clock().instant().plus(Duration.ofHours(2)));
  }

  private static String aName() {
    return "name-" + UUID.randomUUID();
  }
}
