package cn.venuepass.wechat;

import static cn.venuepass.application.notification.Delivery.DELIVERED;
import static cn.venuepass.application.notification.Delivery.REFUSED;
import static cn.venuepass.application.notification.Delivery.TRY_LATER;
import static cn.venuepass.wechat.FakeWeChat.MESSAGE;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.notification.Delivery;
import cn.venuepass.application.notification.WeChatMessages.WeChatMessage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WxJavaWeChatMessagesTest {
  private static final String OK = FakeWeChat.error(0);

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
  void sendShouldFillTheTemplateThatTheMiniProgramRegistered() {
    weChat.answersWith("token-1", MESSAGE, OK);
    assertThat(send("review-decided", Map.of("venue", "塔里木\"宾馆\"", "note", "not in it")))
        .isEqualTo(DELIVERED);
    weChat
        .server()
        .verify(
            postRequestedFor(urlPathEqualTo(MESSAGE))
                .withRequestBody(
                    equalToJson(
                        """
                        {"touser": "open-1", "template_id": "template-1", "page": "pages/venues",
                         "miniprogram_state": "formal", "lang": "zh_CN",
                         "data": {"thing1": {"value": "塔里木\\"宾馆\\""}}}
                        """)));
  }

  @Test
  void aTemplateWithoutPlacesShouldTakeEveryValueByItsName() {
    weChat.answers(MESSAGE, OK);
    assertThat(send("manager-activated", Map.of("thing1", "a".repeat(21), "other", "b".repeat(99))))
        .isEqualTo(DELIVERED);
    weChat
        .server()
        .verify(
            postRequestedFor(urlPathEqualTo(MESSAGE))
                .withRequestBody(
                    equalToJson(
                        """
                        {"touser": "open-1", "template_id": "template-2",
                         "miniprogram_state": "formal", "lang": "zh_CN",
                         "data": {"thing1": {"value": "%s…"}, "other": {"value": "%s"}}}
                        """
                            .formatted("a".repeat(19), "b".repeat(99)))));
  }

  @Test
  void sendShouldRefuseAKindOfMessageWithoutTemplate() {
    assertThat(send("exposure-notice", Map.of())).isEqualTo(REFUSED);
    weChat.asked(0, MESSAGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {43101, 40003, 47003, 40037, 41030, 45168})
  void sendShouldGiveUpWhatWillNeverArrive(int error) {
    weChat.refuses(MESSAGE, error);
    assertThat(send()).isEqualTo(REFUSED);
    weChat.asked(1, MESSAGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 45009, 45011, 48001, 99999})
  void sendShouldTryLaterWhenWeChatAsksForPatience(int error) {
    weChat.refuses(MESSAGE, error);
    assertThat(send()).isEqualTo(TRY_LATER);
    weChat.asked(1, MESSAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html></html>", "{}", "{\"msgid\":1}"})
  void sendShouldTryLaterWhenTheAnswerIsNone(String body) {
    weChat.answers(MESSAGE, body);
    assertThat(send()).isEqualTo(TRY_LATER);
  }

  @Test
  void sendShouldTryLaterWhenWeChatIsDown() {
    weChat.answers(MESSAGE, okJson(OK).withStatus(500));
    assertThat(send()).isEqualTo(TRY_LATER);
    weChat.refuses(FakeWeChat.TOKEN, -1);
    weChat.clock().advance(Duration.ofHours(3));
    assertThat(send()).isEqualTo(TRY_LATER);
  }

  private Delivery send() {
    return send("review-decided", Map.of("venue", "塔里木宾馆"));
  }

  private Delivery send(String template, Map<String, String> values) {
    return weChat.node().messages().send(new WeChatMessage("open-1", template, values));
  }
}
