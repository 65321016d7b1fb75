package cn.venuepass.wechat;

import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_UNAVAILABLE;
import static cn.venuepass.wechat.FakeWeChat.PHONE;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Result;
import cn.venuepass.domain.person.PhoneNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WxJavaWeChatPhoneTest {
  private final FakeWeChat weChat = new FakeWeChat();

  @BeforeEach
  void giveATokenToWhoAsks() {
    weChat.gives("token-1");
  }

  @AfterEach
  void stop() {
    weChat.close();
  }

  @Test
  void phoneOfShouldGiveTheNumberBehindACode() {
    weChat.answersWith("token-1", PHONE, phone("13800000000", "86"));
    assertThat(phoneOf("code \"1\"")).isEqualTo(Result.done(new PhoneNumber("+8613800000000")));
    weChat
        .server()
        .verify(
            postRequestedFor(urlPathEqualTo(PHONE))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson("{\"code\":\"code \\\"1\\\"\"}")));
  }

  @Test
  void phoneOfShouldGiveANumberOfAnotherCountry() {
    weChat.answers(PHONE, phone("51234567", "852"));
    assertThat(phoneOf("code-1")).isEqualTo(Result.done(new PhoneNumber("+85251234567")));
  }

  @ParameterizedTest
  @ValueSource(ints = {40029, 40163, 40226, 40013})
  void phoneOfShouldFailWhenWeChatDoesNotTakeTheCode(int error) {
    weChat.refuses(PHONE, error);
    assertThat(phoneOf("code-1")).isEqualTo(Result.denied(SIGN_IN_FAILED));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 45011, 48001, 1400001})
  void phoneOfShouldBeUnavailableWhenItIsNotTheCodesFault(int error) {
    weChat.refuses(PHONE, error);
    assertThat(phoneOf("code-1")).isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
    weChat.asked(1, PHONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html></html>",
        "{}",
        "{\"errcode\":0}",
        "{\"errcode\":0,\"phone_info\":7}",
        "{\"errcode\":0,\"phone_info\":null}",
        "{\"errcode\":0,\"phone_info\":{}}",
        "{\"errcode\":0,\"phone_info\":{\"purePhoneNumber\":\"none\",\"countryCode\":\"86\"}}"
      })
  void phoneOfShouldBeUnavailableWhenTheAnswerIsNone(String body) {
    weChat.answers(PHONE, body);
    assertThat(phoneOf("code-1")).isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
  }

  @Test
  void phoneOfShouldNotAskAboutWhatCannotBeACode() {
    assertThat(phoneOf("")).isEqualTo(Result.denied(SIGN_IN_FAILED));
    weChat.asked(0, PHONE);
  }

  static String phone(String pure, String country) {
    return """
    {"errcode":0,"errmsg":"ok","phone_info":{"phoneNumber":"+%2$s%1$s","purePhoneNumber":"%1$s",
     "countryCode":"%2$s","watermark":{"timestamp":1637744274,"appid":"wx-sample-app"}}}
    """
        .formatted(pure, country);
  }

  private Result<PhoneNumber> phoneOf(String code) {
    return weChat.node().phone().phoneOf(code);
  }
}
