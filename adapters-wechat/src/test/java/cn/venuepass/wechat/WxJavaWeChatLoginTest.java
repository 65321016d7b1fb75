package cn.venuepass.wechat;

import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_UNAVAILABLE;
import static cn.venuepass.wechat.FakeWeChat.LOGIN;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Result;
import cn.venuepass.application.person.WeChatIdentity;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WxJavaWeChatLoginTest {
  private static final String SOMEBODY =
      "{\"openid\":\"open-1\",\"session_key\":\"a-session-key\",\"unionid\":\"union-1\"}";

  private final FakeWeChat weChat = new FakeWeChat();

  @AfterEach
  void stop() {
    weChat.close();
  }

  @Test
  void identifyShouldGiveTheOpenIdBehindACode() {
    weChat.answers(LOGIN, aResponse().withHeader("Content-Type", "text/plain").withBody(SOMEBODY));
    assertThat(identify("code-1")).isEqualTo(Result.done(new WeChatIdentity("open-1")));
  }

  @Test
  void identifyShouldSayWhoAsksAndNeedNoAccessToken() {
    weChat.answers(LOGIN, SOMEBODY);
    identify("code-1");
    weChat
        .server()
        .verify(
            getRequestedFor(urlPathEqualTo(LOGIN))
                .withQueryParam("appid", equalTo(FakeWeChat.APP_ID))
                .withQueryParam("secret", equalTo(FakeWeChat.SECRET))
                .withQueryParam("grant_type", equalTo("authorization_code"))
                .withoutQueryParam("access_token"));
    weChat.asked(0, FakeWeChat.TOKEN);
  }

  @Test
  void aCodeShouldBeSentAsItIsAndAddNothingToTheQuestion() {
    String code = "x&appid=another app#é\u0000";
    weChat.answers(LOGIN, SOMEBODY);
    identify(code);
    weChat
        .server()
        .verify(
            getRequestedFor(urlPathEqualTo(LOGIN))
                .withQueryParam("js_code", equalTo(code))
                .withQueryParam("appid", equalTo(FakeWeChat.APP_ID)));
  }

  @ParameterizedTest
  @ValueSource(ints = {40029, 40163, 40226})
  void identifyShouldFailWhenWeChatDoesNotTakeTheCode(int error) {
    weChat.refuses(LOGIN, error);
    assertThat(identify("code-1")).isEqualTo(Result.denied(SIGN_IN_FAILED));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 45011, 40013, 40125, 40001, 99999})
  void identifyShouldBeUnavailableWhenItIsNotTheCodesFault(int error) {
    weChat.refuses(LOGIN, error);
    assertThat(identify("code-1")).isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
    weChat.server().verify(1, getRequestedFor(urlPathEqualTo(LOGIN)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "<html><body>502 Bad Gateway</body></html>",
        "[]",
        "\"text\"",
        "{}",
        "{\"openid\":\"\"}",
        "{\"openid\":{\"a\":1}}",
        "{\"errcode\":\"words\"}",
        "{\"errcode\":{}}",
        "{\"openid\":\"open-1\""
      })
  void identifyShouldBeUnavailableWhenTheAnswerIsNone(String body) {
    weChat.answers(LOGIN, okJson(body));
    assertThat(identify("code-1")).isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 404, 500, 502, 503})
  void identifyShouldBeUnavailableWhateverElseTheStatusIs(int status) {
    weChat.answers(LOGIN, okJson(SOMEBODY).withStatus(status));
    assertThat(identify("code-1")).isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void identifyShouldBeUnavailableWhenTheConnectionBreaks(Fault fault) {
    weChat.answers(LOGIN, aResponse().withFault(fault));
    assertThat(identify("code-1")).isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
  }

  @Test
  void identifyShouldNotWaitForASlowAnswer() {
    assertThat(impatiently(okJson(SOMEBODY).withFixedDelay(60_000)))
        .isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
  }

  @Test
  void identifyShouldNotWaitForABodyThatTrickles() {
    assertThat(impatiently(okJson(SOMEBODY).withChunkedDribbleDelay(20, 60_000)))
        .isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
  }

  @Test
  void identifyShouldBeUnavailableWhenNobodyListens() throws IOException {
    URI nowhere;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nowhere = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    WeChat node = weChat.node(nowhere, Duration.ofSeconds(5), Duration.ofSeconds(5));
    assertThat(node.login().identify("code-1")).isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
  }

  @Test
  void identifyShouldNotAskAboutWhatCannotBeACode() {
    weChat.answers(LOGIN, SOMEBODY);
    assertThat(identify(" ")).isEqualTo(Result.denied(SIGN_IN_FAILED));
    assertThat(identify("x".repeat(513))).isEqualTo(Result.denied(SIGN_IN_FAILED));
    weChat.server().verify(0, getRequestedFor(urlPathEqualTo(LOGIN)));
  }

  private Result<WeChatIdentity> identify(String code) {
    return weChat.node().login().identify(code);
  }

  private Result<WeChatIdentity> impatiently(ResponseDefinitionBuilder answer) {
    weChat.answers(LOGIN, answer);
    return weChat.impatientNode().login().identify("code-1");
  }
}
