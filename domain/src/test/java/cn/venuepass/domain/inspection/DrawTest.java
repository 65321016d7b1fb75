package cn.venuepass.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final List<UUID> CANDIDATES =
      IntStream.range(0, 40).mapToObj(i -> new UUID(7, i)).toList();
  private static final Draw DRAW = new Draw("000102030405060708090a0b0c0d0e0f");

  @Test
  void aDrawShouldBeRepeatedByItsSeedInWhateverOrderTheCandidatesCome() {
    List<UUID> mixed = new ArrayList<>(CANDIDATES);
    Collections.shuffle(mixed, new Random(3));
    mixed.addAll(CANDIDATES);
    List<UUID> drawn = DRAW.from(CANDIDATES, 10);
    assertThat(drawn).hasSize(10).doesNotHaveDuplicates().isSubsetOf(CANDIDATES);
    assertThat(DRAW.from(mixed, 10)).isEqualTo(drawn);
    assertThat(new Draw("100102030405060708090a0b0c0d0e0f").from(CANDIDATES, 10))
        .isNotEqualTo(drawn);
  }

  /** Reckoned with {@code printf '%s' SEED:ID | sha256sum} for each of the three, and sorted. */
  @Test
  void aLotShouldBeWhatAnybodyCanReckon() {
    UUID a = UUID.fromString("00000000-0000-0007-0000-000000000000");
    UUID b = UUID.fromString("00000000-0000-0007-0000-000000000001");
    UUID c = UUID.fromString("00000000-0000-0007-0000-000000000002");
    assertThat(DRAW.from(List.of(a, b, c), 3)).containsExactly(c, b, a);
  }

  @Test
  void whoIsAmongTheCandidatesShouldNotChangeAnothersLot() {
    List<UUID> drawn = DRAW.from(CANDIDATES, 10);
    List<UUID> without = new ArrayList<>(CANDIDATES);
    without.remove(drawn.get(0));
    assertThat(DRAW.from(without, 9)).isEqualTo(drawn.subList(1, 10));
  }

  @Test
  void fewerThanWantedShouldAllBeDrawn() {
    assertThat(DRAW.from(CANDIDATES, 500)).containsExactlyInAnyOrderElementsOf(CANDIDATES);
    assertThat(DRAW.from(List.of(), 5)).isEmpty();
  }

  /** Of 4,000 draws of a quarter each is drawn about 1,000 times; the bound is eight deviations. */
  @Test
  void eachShouldBeDrawnAboutAsOftenAsAnother() {
    Map<UUID, Integer> times = new HashMap<>();
    var random = new Random(1);
    for (int i = 0; i < 4_000; i++) {
      byte[] seed = new byte[Draw.SEED_BYTES];
      random.nextBytes(seed);
      Draw.of(seed).from(CANDIDATES, 10).forEach(id -> times.merge(id, 1, Integer::sum));
    }
    assertThat(times).hasSize(CANDIDATES.size());
    assertThat(times.values()).allMatch(count -> count > 780 && count < 1_220);
  }

  @Test
  void aFingerprintShouldTellTheCandidatesApart() {
    String fingerprint = Draw.fingerprint(CANDIDATES);
    List<UUID> mixed = new ArrayList<>(CANDIDATES);
    Collections.reverse(mixed);
    assertThat(HexFormat.of().parseHex(fingerprint)).hasSize(32);
    assertThat(Draw.fingerprint(mixed)).isEqualTo(fingerprint);
    assertThat(Draw.fingerprint(CANDIDATES.subList(1, 40))).isNotEqualTo(fingerprint);
  }

  @Test
  void aSeedShouldBeSixteenBytesInHexadecimal() {
    assertThat(Draw.of(new byte[16]).seed()).isEqualTo("0".repeat(32));
    assertThatThrownBy(() -> new Draw("0")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Draw("G".repeat(32))).isInstanceOf(InvalidValue.class);
  }
}
