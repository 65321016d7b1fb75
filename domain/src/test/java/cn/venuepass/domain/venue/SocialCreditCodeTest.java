package cn.venuepass.domain.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check characters were computed apart from the code under test. */
class SocialCreditCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "92659002MA7AMPE00A",
        "92659002MA7AMPE070",
        "92659002MA7AMPE171",
        "92659002MA7AMPE16X",
        "92659002MA7AMPE26Y",
        "92659002MA7AMPE399"
      })
  void aCodeShouldCarryItsCheckCharacter(String text) {
    assertThat(new SocialCreditCode(text).text()).isEqualTo(text);
    for (char wrong : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
      if (wrong != text.charAt(17)) {
        assertRefused(text.substring(0, 17) + wrong);
      }
    }
  }

  @Test
  void lowerCaseAndSurroundingWhiteSpaceShouldBeNormalised() {
    assertThat(new SocialCreditCode(" 92659002ma7ampe00a ").text()).isEqualTo("92659002MA7AMPE00A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "92659002MA7AMPE00",
        "92659002MA7AMPE00AA",
        "92659002MA7AMPI00A",
        "92659002MA7AMPO00A",
        "92659002MA7AMPS00A",
        "92659002MA7AMPV00A",
        "92659002MA7AMPZ00A",
        "92659002MA7AMP-00A"
      })
  void otherFormsShouldBeRefused(String text) {
    assertRefused(text);
  }

  private static void assertRefused(String text) {
    assertThatThrownBy(() -> new SocialCreditCode(text))
        .isInstanceOfSatisfying(
            InvalidValue.class, e -> assertThat(e.rule()).isEqualTo(Rule.SOCIAL_CREDIT_CODE));
  }
}
