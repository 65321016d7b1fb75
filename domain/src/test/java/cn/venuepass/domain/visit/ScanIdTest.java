package cn.venuepass.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "9f1c2a34-0000-4000-8000-00000000abcd", "urn:scan_1.2", "-._:"})
  void aScanIdShouldBeWhatClientsMake(String text) {
    assertThat(new ScanId(text).text()).isEqualTo(text);
  }

  @Test
  void aScanIdShouldHaveAtMost64Characters() {
    assertThat(new ScanId("x".repeat(64)).text()).hasSize(64);
    assertThatThrownBy(() -> new ScanId("x".repeat(65))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "a\n", "编号", "a\u0000"})
  void aScanIdShouldRefuseOtherCharacters(String text) {
    assertThatThrownBy(() -> new ScanId(text))
        .isInstanceOfSatisfying(InvalidValue.class, e -> assertThat(e.field()).isEqualTo("scanId"));
  }
}
