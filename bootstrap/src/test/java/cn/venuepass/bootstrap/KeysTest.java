package cn.venuepass.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.venuepass.bootstrap.Keys.Purpose;
import cn.venuepass.bootstrap.Keys.Ring;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final Set<Ring> ALL = EnumSet.allOf(Ring.class);
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant TURN = NOW.plusSeconds(120);

  @Test
  void aFileFromBeforeRotationShouldBeReadAsItIs() {
    Keys keys = Keys.fresh(Purpose.PRODUCTION);
    assertThat(new String(keys.json(), UTF_8)).doesNotContain("successors");
    assertThat(Keys.read(keys.json())).isEqualTo(keys);
    assertThat(keys.ids(Ring.TOKEN)).containsExactly(1L);
    assertThat(keys.primarySince(Ring.TOKEN, NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Ring.class)
  void aNewKeyShouldWaitForItsInstant(Ring ring) {
    Keys before = Keys.fresh(Purpose.PRODUCTION);
    Keys keys = Keys.read(before.rotated(Set.of(ring), NOW, TURN).json());
    List<Long> ids = keys.ids(ring);
    assertThat(ids).hasSize(2).containsAll(before.ids(ring));
    long old = before.primary(ring, NOW);
    assertThat(keys.primary(ring, TURN.minusMillis(1))).isEqualTo(old);
    assertThat(keys.pending(ring, TURN.minusMillis(1))).isPresent();
    assertThat(keys.primary(ring, TURN)).isNotEqualTo(old);
    assertThat(keys.pending(ring, TURN)).isEmpty();
    assertThat(keys.primarySince(ring, TURN)).contains(TURN);
    assertThat(keys.nextTurn(NOW)).contains(TURN);
    assertThat(keys.nextTurn(TURN)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Ring.class)
  void twoRotationsInARowShouldKeepAllThreeKeys(Ring ring) {
    Instant second = TURN.plusSeconds(120);
    Keys once = Keys.fresh(Purpose.PRODUCTION).rotated(Set.of(ring), NOW, TURN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> once.rotated(Set.of(ring), TURN.minusMillis(1), second))
        .withMessageContaining("is waiting until");
    Keys twice = Keys.read(once.rotated(Set.of(ring), TURN, second).json());
    assertThat(twice.ids(ring)).hasSize(3);
    assertThat(twice.primary(ring, TURN)).isEqualTo(once.primary(ring, TURN));
    assertThat(twice.primary(ring, second)).isNotIn(once.ids(ring));
    assertThat(twice.isSuccessorOf(once, TURN)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Ring.class)
  void onlyAKeyThatIsNotUsedShouldGo(Ring ring) {
    Keys keys = Keys.fresh(Purpose.PRODUCTION).rotated(ALL, NOW, TURN);
    long old = keys.primary(ring, NOW);
    long fresh = keys.primary(ring, TURN);
    for (long key : List.of(old, fresh)) {
      assertThatIllegalArgumentException().isThrownBy(() -> keys.without(ring, key, NOW));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> keys.without(ring, 99, TURN));
    Keys left = Keys.read(keys.without(ring, old, TURN).json());
    assertThat(left.ids(ring)).containsExactly(fresh);
    assertThat(left.primary(ring, TURN)).isEqualTo(fresh);
    assertThat(left.fieldKeys(TURN).encryptionKey())
        .isEqualTo((int) keys.primary(Ring.ENCRYPTION, TURN));
    assertThat(left.isSuccessorOf(keys, TURN)).isTrue();
    assertThat(left.isSuccessorOf(keys, NOW)).isFalse();
  }

  @Test
  void keysOfAnotherInstallationShouldNotBeTakenForTheseOnes() {
    Keys keys = Keys.fresh(Purpose.PRODUCTION);
    assertThat(Keys.fresh(Purpose.PRODUCTION).isSuccessorOf(keys, NOW)).isFalse();
    Keys demo =
        new Keys(
            Purpose.DEMO,
            keys.posterMac(),
            keys.token(),
            keys.hash(),
            keys.encryption(),
            keys.successors());
    assertThat(demo.isSuccessorOf(keys, NOW)).isFalse();
    assertThat(keys.isSuccessorOf(keys, NOW)).isTrue();
  }

  @Test
  void aLaterKeyShouldGetANumberThatIsFree() {
    KeyRing ring = KeyRing.fresh();
    for (int i = 2; i <= Byte.MAX_VALUE; i++) {
      ring = ring.withNewKey();
      assertThat(ring.keys()).containsKey((byte) i);
    }
    KeyRing full = ring;
    assertThatIllegalArgumentException().isThrownBy(full::withNewKey);
    assertThat(full.without((byte) 7).withNewKey().keys()).containsKey((byte) 7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "{\"purpose\":\"PRODUCTION\"}",
        "{\"purpose\":\"PRODUCTION\",\"posterMac\":{\"primary\":1,\"keys\":{}}}"
      })
  void whatIsNoKeysFileShouldBeRefused(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> Keys.read(json.getBytes(UTF_8)));
  }

  @Test
  void aFileThatWasCutOffOrNamesAKeyItLacksShouldBeRefused() {
    Keys keys = Keys.fresh(Purpose.PRODUCTION).rotated(Set.of(Ring.TOKEN), NOW, TURN);
    String json = new String(keys.json(), UTF_8);
    for (String broken :
        List.of(
            json.substring(0, json.length() / 2),
            json.replace("\"key\" : 2", "\"key\" : 3"),
            json.replace("2026-03-02T01:02:00Z", "tomorrow"))) {
      assertThat(broken).isNotEqualTo(json);
      assertThatIllegalArgumentException().isThrownBy(() -> Keys.read(broken.getBytes(UTF_8)));
    }
  }

  @Test
  void keysShouldNotPrintSecrets() {
    Keys keys = Keys.fresh(Purpose.PRODUCTION);
    String secret = keys.token().keys().get((byte) 1);
    assertThat(keys.toString() + keys.token() + keys.fieldKeys(NOW) + keys.tokenKeys(NOW))
        .doesNotContain(secret)
        .contains("PRODUCTION");
  }
}
