package cn.venuepass.domain.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.survey.SurveyLine.Cells;
import cn.venuepass.domain.venue.SocialCreditCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyFindingTest {
  private static final SocialCreditCode CODE = new SocialCreditCode("91350100M000100Y43");
  private static final SocialCreditCode OTHER = new SocialCreditCode("91110000600037341L");
  private static final SurveyPlaceId FRESH = new SurveyPlaceId(UUID.randomUUID());

  private final PlaceDetails line = Samples.details("胡杨超市", "胜利路1号", Optional.empty());
  private final PlaceDetails coded = Samples.details("胡杨超市", "胜利路1号", Optional.of(CODE));
  private final SurveyPlace known = Samples.place("胡杨超市", "胜利路1号", Optional.empty());

  @Test
  void whatNobodyKnewShouldBeAdded() {
    assertThat(find(line, Optional.empty(), Optional.empty()))
        .isEqualTo(new SurveyFinding.Added(SurveyPlace.found(FRESH, line, Samples.NOW)));
  }

  @Test
  void theSameShouldChangeNothing() {
    assertThat(find(line, Optional.empty(), Optional.of(known)))
        .isEqualTo(new SurveyFinding.Unchanged(known));
    SurveyPlace withCode = known.corrected(coded);
    assertThat(find(line, Optional.empty(), Optional.of(withCode)))
        .isEqualTo(new SurveyFinding.Unchanged(withCode));
  }

  @Test
  void aCodeShouldBeTakenOver() {
    var changed = (SurveyFinding.Changed) find(coded, Optional.empty(), Optional.of(known));
    assertThat(changed.place().details()).isEqualTo(coded);
    assertThat(changed.place().id()).isEqualTo(known.id());
    assertThat(changed.place().revision()).isEqualTo(1);
    PlaceDetails another = Samples.details("胡杨超市", "胜利路1号", Optional.of(OTHER));
    var corrected =
        (SurveyFinding.Changed)
            find(another, Optional.empty(), Optional.of(known.corrected(coded)));
    assertThat(corrected.place().details().socialCreditCode()).contains(OTHER);
  }

  @Test
  void aPlaceShouldBeKnownByItsCodeUnderANewName() {
    SurveyPlace before = Samples.place("金银川商店", "南口镇", Optional.of(CODE));
    var changed = (SurveyFinding.Changed) find(coded, Optional.of(before), Optional.empty());
    assertThat(changed.place().details()).isEqualTo(coded);
    assertThat(changed.before()).isEqualTo(before);
  }

  @Test
  void codeAndKeyOfTwoPlacesShouldBeWrong() {
    SurveyPlace other = Samples.place("金银川商店", "南口镇", Optional.of(CODE));
    var wrong = (SurveyFinding.Wrong) find(coded, Optional.of(other), Optional.of(known));
    assertThat(wrong.fault().field()).isEqualTo("socialCreditCode");
    assertThat(wrong.fault().rule()).isEqualTo(Rule.OF_ANOTHER_PLACE);
  }

  @Test
  void whatWasGoneShouldComeBack() {
    SurveyPlace gone = known.removed(Samples.NOW);
    var changed = (SurveyFinding.Changed) find(line, Optional.empty(), Optional.of(gone));
    assertThat(changed.place().removedAt()).isEmpty();
    assertThat(changed.place().id()).isEqualTo(known.id());
  }

  @ParameterizedTest
  @CsvSource({"胡杨 超市,胜利路１号", "胡杨超市！,胜利路1号。", "胡杨・超市,胜利路 1 号"})
  void theKeyShouldNotDependOnHowItIsTyped(String name, String address) {
    assertThat(PlaceKey.of(Samples.details(name, address, Optional.empty())))
        .isEqualTo(known.key());
  }

  @Test
  void keysShouldBeToldApartAndNeverBeTooLong() {
    assertThat(PlaceKey.of(Samples.details("！", "1", Optional.empty())))
        .isNotEqualTo(PlaceKey.of(Samples.details("？", "1", Optional.empty())));
    String wide = "ﷺ".repeat(199);
    PlaceKey one = PlaceKey.of(Samples.details("a", wide, Optional.empty()));
    PlaceKey two = PlaceKey.of(Samples.details("a", wide + "1", Optional.empty()));
    assertThat(one).isNotEqualTo(two);
    assertThat(one.text()).hasSizeLessThan(800);
  }

  @Test
  void everyFaultOfALineShouldBeNamed() {
    SurveyLine bad = SurveyLine.read(7, new Cells("", "x y", "12", "a".repeat(201), "91"));
    assertThat(bad.faults())
        .extracting(InvalidValue::field, InvalidValue::rule)
        .containsExactly(
            tuple("name", Rule.REQUIRED),
            tuple("type", Rule.FORMAT),
            tuple("communityCode", Rule.FORMAT),
            tuple("address", Rule.TOO_LONG),
            tuple("socialCreditCode", Rule.SOCIAL_CREDIT_CODE));
  }

  @Test
  void whatNoStoreCanHoldShouldNotStay() {
    var cells = new Cells("a\u0000b\ud800", "", "", "x".repeat(5_000), "");
    assertThat(cells.name()).isEqualTo("a\u0001b\u0001");
    assertThat(cells.address()).hasSize(300);
  }

  @Test
  void aLineBreakInACellShouldBeASpaceAndOtherControlsAFault() {
    var broken = new SurveyLine.Cells("甲\n店", "SHOP", "659002001001", "胜利路\t2号", "");
    assertThat(broken.name()).isEqualTo("甲 店");
    assertThat(broken.address()).isEqualTo("胜利路 2号");
    var odd = new SurveyLine.Cells("甲\u0007", "SHOP", "659002001001", "胜利路", "");
    assertThat(SurveyLine.read(2, odd).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("name");
              assertThat(fault.rule()).isEqualTo(InvalidValue.Rule.CHARACTERS);
            });
  }

  @Test
  void aPlaceThatStandsInAListTwiceShouldBeAFault() {
    var lines =
        SurveyLines.withoutRepetition(
            List.of(
                line(1, "胡杨超市", ""),
                line(2, "胡杨 超市", ""),
                line(3, "甲", CODE.text()),
                line(4, "乙", CODE.text().toLowerCase(Locale.ROOT)),
                line(5, "", "")));
    assertThat(lines)
        .flatExtracting(SurveyLine::faults)
        .extracting(InvalidValue::field, InvalidValue::rule)
        .containsExactly(
            tuple("name", Rule.REPEATED),
            tuple("socialCreditCode", Rule.REPEATED),
            tuple("name", Rule.REQUIRED));
  }

  private static SurveyLine line(int number, String name, String code) {
    return SurveyLine.read(number, new Cells(name, "SHOP", "659002001001", "胜利路1号", code));
  }

  private static SurveyFinding find(
      PlaceDetails details, Optional<SurveyPlace> byCode, Optional<SurveyPlace> byKey) {
    return SurveyFinding.of(details, byCode, byKey, FRESH, Samples.NOW);
  }
}
