package cn.venuepass.wechat;

import static cn.venuepass.wechat.FakeWeChat.LOGIN;
import static cn.venuepass.wechat.FakeWeChat.MESSAGE;
import static cn.venuepass.wechat.FakeWeChat.PHONE;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import cn.venuepass.application.notification.WeChatMessages.WeChatMessage;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever WeChat does, no secret and no personal value stands in any log, at any level. */
class SecretsStaySecretTest {
  private static final List<String> SECRETS =
      List.of(
          FakeWeChat.APP_ID,
          FakeWeChat.SECRET,
          URLEncoder.encode(FakeWeChat.SECRET, UTF_8),
          "sample-login-code",
          "sample-phone-code",
          "sample-open-id",
          "sample-session-key",
          "sample-token",
          "13800000000",
          "塔里木宾馆");

  private final FakeWeChat weChat = new FakeWeChat();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level usual = root.getLevel();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
    weChat.gives("sample-token");
  }

  @AfterEach
  void stop() {
    root.setLevel(usual);
    root.detachAppender(log);
    weChat.close();
  }

  @Test
  void noLogShouldHoldASecretWhateverWeChatAnswers() {
    weChat.answers(LOGIN, "{\"openid\":\"sample-open-id\",\"session_key\":\"sample-session-key\"}");
    weChat.answers(PHONE, WxJavaWeChatPhoneTest.phone("13800000000", "86"));
    weChat.answers(MESSAGE, FakeWeChat.error(0));
    askEverything(weChat.node());
    for (int error : new int[] {-1, 40001, 40029, 45011, 43101}) {
      String echo =
          "{\"errcode\":%d,\"errmsg\":\"%s\"}".formatted(error, String.join(" ", SECRETS));
      for (String path : List.of(LOGIN, PHONE, MESSAGE)) {
        weChat.answers(path, echo);
      }
      askEverything(weChat.node());
    }
    for (var answer :
        List.of(
            okJson(String.join(" ", SECRETS)),
            okJson("{\"openid\":[\"sample-open-id\"],\"phone_info\":\"13800000000\"}"),
            aResponse().withStatus(500).withBody(String.join(" ", SECRETS)),
            aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))) {
      List.of(LOGIN, PHONE, MESSAGE).forEach(path -> weChat.answers(path, answer));
      askEverything(weChat.node());
    }
    weChat.clock().advance(Duration.ofHours(3));
    weChat.answers(FakeWeChat.TOKEN, "{\"errcode\":40125,\"errmsg\":\"" + SECRETS + "\"}");
    askEverything(weChat.node());

    String everything = log.list.stream().map(this::text).collect(Collectors.joining("\n"));
    assertThat(everything).contains("errcode 40029", "HTTP status 500", "no connection");
    assertThat(SECRETS).noneMatch(everything::contains);
  }

  @Test
  void nothingShouldShowItsSecretsWhenItIsPrinted() {
    var settings =
        new WeChatSettings(
            FakeWeChat.APP_ID,
            FakeWeChat.SECRET,
            WeChatSettings.OFFICIAL,
            Duration.ZERO,
            Duration.ZERO,
            1);
    assertThat(settings).hasToString("WeChatSettings[https://api.weixin.qq.com]");
    assertThat(new TimedHttp.Answer(200, "a-secret")).hasToString("Answer[200]");
  }

  private static void askEverything(WeChat node) {
    node.login().identify("sample-login-code");
    node.phone().phoneOf("sample-phone-code");
    node.messages()
        .send(new WeChatMessage("sample-open-id", "review-decided", Map.of("venue", "塔里木宾馆")));
  }

  private String text(ILoggingEvent event) {
    String failure =
        Optional.ofNullable(event.getThrowableProxy())
            .map((IThrowableProxy thrown) -> ThrowableProxyUtil.asString(thrown))
            .orElse("");
    return event.getLoggerName() + " " + event.getFormattedMessage() + " " + failure;
  }
}
