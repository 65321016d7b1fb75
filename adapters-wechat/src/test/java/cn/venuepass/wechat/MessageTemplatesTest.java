package cn.venuepass.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplatesTest {

  @Test
  void everyKindOfMessageShouldBeCountedOnce() {
    assertThat(FakeWeChat.templates().size()).isEqualTo(2);
    assertThat(MessageTemplates.of(new Properties()).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"review-decided", "review-decided.page", "review-decided.place.venue"})
  void aTemplateWithoutIdShouldBeRefused(String key) {
    var file = new Properties();
    file.setProperty("review-decided", " ");
    file.setProperty(key, key.equals("review-decided") ? "" : "x");
    assertThatThrownBy(() -> MessageTemplates.of(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no template id of review-decided");
  }
}
