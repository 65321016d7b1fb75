package cn.venuepass.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanMethodTest {

  @ParameterizedTest
  @CsvSource({
    "POSTER,      false, false",
    "ID_NUMBER,   true,  true",
    "PASS_CODE,   true,  false",
    "PAPER_PASS,  true,  true",
    "COMPANION,   false, false",
    "MARKED_LEFT, false, false"
  })
  void aMethodShouldTellWhomItServes(ScanMethod method, boolean byManager, boolean needsNoPhone) {
    assertThat(method.isByManager()).isEqualTo(byManager);
    assertThat(method.needsNoPhone()).isEqualTo(needsNoPhone);
  }
}
