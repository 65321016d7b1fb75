package cn.venuepass.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationTest {

  @Test
  void aRelationShouldBeInTheGuardiansWords() {
    assertThat(new Relation(" 外婆\n").text()).isEqualTo("外婆");
    assertThat(new Relation("亲".repeat(20)).text()).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                    REQUIRED",
    "' ',                   REQUIRED",
    "aaaaaaaaaaaaaaaaaaaaa, TOO_LONG",
    "'外\u0000婆',          CHARACTERS"
  })
  void otherTextsShouldBeRefused(String text, Rule rule) {
    assertThatThrownBy(() -> new Relation(text))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.field()).isEqualTo("relation");
              assertThat(e.rule()).isEqualTo(rule);
            });
  }
}
