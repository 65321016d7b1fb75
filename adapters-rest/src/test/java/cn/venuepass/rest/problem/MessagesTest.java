package cn.venuepass.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
  private final Messages chinese = Messages.in(Optional.empty());
  private final Messages english = Messages.in(Optional.of("en"));

  @ParameterizedTest
  @EnumSource
  void everyProblemShouldHaveATitleInBothLanguages(ProblemType type) {
    assertThat(chinese.of(type)).isNotEqualTo(english.of(type));
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleShouldHaveASentenceInBothLanguages(Rule rule) {
    assertThat(chinese.of(rule)).isNotEqualTo(english.of(rule));
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalShouldHaveASentenceInBothLanguages(RefusalReason reason) {
    var outcome = new ScanOutcome.Refused(reason);
    assertThat(chinese.of(outcome)).isNotEqualTo(english.of(outcome));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Not found",
        "en-GB,zh;q=0.5|Not found",
        "zh-CN|未找到",
        "zh-TW|未找到",
        "fr|未找到",
        "zh,en|未找到",
        "fr,en;q=0.5|Not found",
        "***|未找到",
        "en;q=x|未找到"
      })
  void theLanguageShouldFollowTheHeader(String header, String title) {
    assertThat(Messages.in(Optional.of(header)).of(ProblemType.NOT_FOUND)).isEqualTo(title);
  }

  @Test
  void theNoticesOwnWordsShouldBeUsed() {
    var visit = new VisitId(UUID.randomUUID());
    assertThat(chinese.of(new ScanOutcome.AlreadyInside(visit, Instant.EPOCH)))
        .isEqualTo("已在场内无需登记");
  }
}
