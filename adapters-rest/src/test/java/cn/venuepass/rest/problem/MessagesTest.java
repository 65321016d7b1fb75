package cn.venuepass.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.notification.NotificationKind;
import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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
  @MethodSource("notices")
  void everyNoticeShouldHaveATextInBothLanguages(Notice notice) {
    Optional<VenueName> hotel = notice.about().map(venue -> new VenueName("{塔里木}'宾馆'"));
    String inChinese = chinese.of(notice, hotel);
    String inEnglish = english.of(notice, hotel);
    assertThat(inChinese).isNotEqualTo(inEnglish).isNotBlank();
    hotel.ifPresent(
        name -> {
          assertThat(inChinese).contains(name.text());
          assertThat(inEnglish).contains(name.text());
        });
    if (notice.kind() == NotificationKind.RECTIFICATION_DUE) {
      assertThat(inChinese).contains("2026-03-02 08:00");
      assertThat(inEnglish).contains("2026-03-02 08:00");
    }
  }

  static List<Notice> notices() {
    var venue = new VenueId(new UUID(1, 1));
    var thing = new UUID(2, 2);
    List<Notice> notices =
        List.of(
            new Notice.ReviewDecided(venue, true),
            new Notice.ReviewDecided(venue, false),
            new Notice.ManagerActivated(venue, new ManagerId(thing)),
            new Notice.RectificationDue(venue, thing, Instant.parse("2026-03-02T00:00:00Z")),
            new Notice.ExposureNotice(),
            new Notice.VenueControlled(venue, thing, true, Instant.EPOCH),
            new Notice.VenueControlled(venue, thing, false, Instant.EPOCH),
            new Notice.AdmissionControlled(thing, true, Instant.EPOCH),
            new Notice.AdmissionControlled(thing, false, Instant.EPOCH),
            new Notice.AppealAnswered(thing, true),
            new Notice.AppealAnswered(thing, false),
            new Notice.ControlChanged(thing, true));
    assertThat(notices).extracting(Notice::kind).contains(NotificationKind.values());
    return notices;
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
