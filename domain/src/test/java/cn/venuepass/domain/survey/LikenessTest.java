package cn.venuepass.domain.survey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.SocialCreditCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
  private static final SocialCreditCode ONE = new SocialCreditCode("91350100M000100Y43");
  private static final SocialCreditCode OTHER = new SocialCreditCode("91110000600037341L");

  @ParameterizedTest
  @CsvSource({
    "胡杨超市,胡杨超市有限责任公司",
    "阿拉尔市胡杨超市,胡杨超市",
    "新疆阿拉尔市胡杨超市,胡杨超市（个体工商户）",
    "第一师十二团胡杨超市,胡杨超市",
    "ＫＴＶ欢唱,ktv 欢唱",
    "胡杨药房总店,胡杨药房",
    "库尔勒市胡杨超市,胡杨超市",
    "胜利市场胡杨门市部,胜利市场・胡杨门市部",
  })
  void namesThatPeopleWriteInTwoWaysShouldBeTheSame(String one, String other) {
    assertThat(Wording.ofName(one).text()).isEqualTo(Wording.ofName(other).text());
  }

  @ParameterizedTest
  @CsvSource({
    "新疆维吾尔自治区阿拉尔市胜利路12号,胜利路１２号",
    "胜利路12号3号楼,胜利路12号3栋",
    "胜利路十二号,胜利路12号",
    "胜利路12号院,胜利路12号",
  })
  void addressesThatPeopleWriteInTwoWaysShouldBeTheSame(String one, String other) {
    assertThat(Wording.ofAddress(one).text()).isEqualTo(Wording.ofAddress(other).text());
  }

  @ParameterizedTest
  @CsvSource({"阿拉尔市,阿拉尔市", "总店,总店", "有限公司,有限公司", "店,店"})
  void aNameShouldNotBecomeNothing(String name, String left) {
    assertThat(Wording.ofName(name).text()).isEqualTo(left);
  }

  @Test
  void theSameShouldScoreAHundred() {
    assertThat(score("胡杨超市", "胜利路1号", "阿拉尔市胡杨超市", "阿拉尔市胜利路1号")).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "胡杨超市,胜利路1号,胡杨超市,胜利路2号",
    "胡杨超市第1分店,胜利路1号,胡杨超市第2分店,胜利路1号",
    "阿拉尔市第一小学,学府路1号,阿拉尔市第二小学,学府路1号",
    "胡杨超市,胜利路1号,胡杨药房,胜利路1号",
  })
  void neighboursShouldNotBeSurelyTheSame(String n1, String a1, String n2, String a2) {
    assertThat(score(n1, a1, n2, a2)).isLessThan(Likeness.SURE);
  }

  @Test
  void whatHasNothingInCommonShouldNotBeOffered() {
    assertThat(score("胡杨超市", "胜利路1号", "金银川宾馆", "胜利路1号")).isLessThan(Likeness.OFFERED);
    assertThat(score("胡杨超市", "胜利路1号", "胡杨超市", "南口镇政府旁")).isEqualTo(60);
  }

  @Test
  void anotherTypeShouldTakeSomethingAway() {
    Likeness place = Likeness.of(Samples.place("胡杨超市", "胜利路1号", Optional.empty()));
    Likeness venue = Likeness.of(Samples.venueOfType("HOTEL", "胡杨超市", "胜利路1号", Optional.empty()));
    assertThat(place.score(venue)).isEqualTo(90);
  }

  @Test
  void twoDifferentCodesShouldNeverBeSurelyTheSame() {
    Likeness place = Likeness.of(Samples.place("胡杨超市", "胜利路1号", Optional.of(ONE)));
    Likeness venue = Likeness.of(Samples.venue("胡杨超市", "胜利路1号", Optional.of(OTHER)));
    assertThat(place.score(venue)).isEqualTo(Likeness.SURE - 1);
    Likeness same = Likeness.of(Samples.venue("胡杨超市", "胜利路1号", Optional.of(ONE)));
    assertThat(place.score(same)).isEqualTo(100);
  }

  private static int score(String n1, String a1, String n2, String a2) {
    return Likeness.of(Samples.place(n1, a1, Optional.empty()))
        .score(Likeness.of(Samples.venue(n2, a2, Optional.empty())));
  }
}
