package cn.venuepass.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final PageRequest TWO = PageRequest.first(2);

  @Test
  void aPageShouldBeTheLastWhenNoMoreWasRead() {
    assertThat(Page.of(List.of(), TWO, PageTest::cursor))
        .isEqualTo(new Page<>(List.of(), Optional.empty()));
    assertThat(Page.of(List.of(1, 2), TWO, PageTest::cursor))
        .isEqualTo(new Page<>(List.of(1, 2), Optional.empty()));
  }

  @Test
  void aPageShouldGoOnAfterItsLastItemWhenOneMoreWasRead() {
    assertThat(Page.of(List.of(1, 2, 3), TWO, PageTest::cursor))
        .isEqualTo(new Page<>(List.of(1, 2), Optional.of(cursor(2))));
  }

  @Test
  void mapShouldKeepWhereTheListGoesOn() {
    assertThat(new Page<>(List.of(1, 2), Optional.of(cursor(2))).map(n -> "n" + n))
        .isEqualTo(new Page<>(List.of("n1", "n2"), Optional.of(cursor(2))));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 200})
  void aRequestShouldBeForOneTo200Items(int limit) {
    assertThat(PageRequest.first(limit)).isEqualTo(new PageRequest(limit, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 201})
  void otherLimitsShouldBeRefused(int limit) {
    assertThatThrownBy(() -> PageRequest.first(limit))
        .isInstanceOfSatisfying(InvalidValue.class, e -> assertThat(e.field()).isEqualTo("limit"));
  }

  private static Cursor cursor(int item) {
    return new Cursor(Instant.ofEpochSecond(item), new UUID(0, item));
  }
}
