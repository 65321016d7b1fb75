package cn.venuepass.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import cn.venuepass.application.access.SharedTokens;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.memory.InMemoryStore;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;

/** Speaks WeChat's documented answers and errors, and counts what it was asked. */
final class FakeWeChat implements AutoCloseable {
  static final String APP_ID = "wx-sample-app";
  static final String SECRET = "sample&secret=of+the app";
  static final String LOGIN = "/sns/jscode2session";
  static final String PHONE = "/wxa/business/getuserphonenumber";
  static final String MESSAGE = "/cgi-bin/message/subscribe/send";
  static final String TOKEN = "/cgi-bin/stable_token";
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private final WireMockServer server =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
  private final SharedTokens tokens = InMemoryStore.create().sharedTokens();
  private final MovableClock clock = MovableClock.monday();

  FakeWeChat() {
    server.start();
  }

  WireMockServer server() {
    return server;
  }

  SharedTokens tokens() {
    return tokens;
  }

  MovableClock clock() {
    return clock;
  }

  /** A node of the service that asks this WeChat and shares its token with the others. */
  WeChat node() {
    return node(PATIENT);
  }

  /** A node that waits so long for an answer. */
  WeChat node(Duration read) {
    return node(URI.create(server.baseUrl()), PATIENT, read);
  }

  /** A node that waits hardly at all. */
  WeChat impatientNode() {
    return node(URI.create(server.baseUrl()), Duration.ofMillis(200), Duration.ofMillis(200));
  }

  WeChat node(URI base, Duration connect, Duration read) {
    var settings = new WeChatSettings(APP_ID, SECRET, base, connect, read, 8);
    return WeChat.connect(settings, templates(), tokens, clock);
  }

  static MessageTemplates templates() {
    var file = new Properties();
    file.setProperty("review-decided", "template-1");
    file.setProperty("review-decided.page", "pages/venues");
    file.setProperty("review-decided.place.venue", "thing1");
    file.setProperty("manager-activated", "template-2");
    return MessageTemplates.of(file);
  }

  /** From now on a call for the path is answered so. */
  void answers(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(asked(path).willReturn(answer));
  }

  void answers(String path, String json) {
    answers(path, okJson(json));
  }

  void refuses(String path, int code) {
    answers(path, error(code));
  }

  /** A call with that access token is answered so. */
  void answersWith(String accessToken, String path, String json) {
    server.stubFor(
        asked(path).withQueryParam("access_token", equalTo(accessToken)).willReturn(okJson(json)));
  }

  /** What the token interface gives; another token may be forced out of it. */
  void gives(String token, int expiresIn, String forced) {
    tokenAnswer(false, token, expiresIn);
    tokenAnswer(true, forced, expiresIn);
  }

  void gives(String token) {
    gives(token, 7200, token + "-forced");
  }

  void asked(int times, String path) {
    server.verify(times, postRequestedFor(urlPathEqualTo(path)));
  }

  static String error(int code) {
    return "{\"errcode\":" + code + ",\"errmsg\":\"sample words, rid: 5f-sample\"}";
  }

  @Override
  public void close() {
    server.stop();
  }

  private void tokenAnswer(boolean force, String token, int expiresIn) {
    String path = "$[?(@.force_refresh == " + force + ")]";
    server.stubFor(
        post(urlPathEqualTo(TOKEN))
            .withRequestBody(matchingJsonPath(path))
            .withRequestBody(matchingJsonPath("$.secret", equalTo(SECRET)))
            .withRequestBody(matchingJsonPath("$.grant_type", equalTo("client_credential")))
            .willReturn(
                aResponse()
                    .withFixedDelay(100)
                    .withBody(
                        "{\"access_token\":\"" + token + "\",\"expires_in\":" + expiresIn + "}")));
  }

  private static MappingBuilder asked(String path) {
    return LOGIN.equals(path) ? get(urlPathEqualTo(path)) : post(urlPathEqualTo(path));
  }
}
