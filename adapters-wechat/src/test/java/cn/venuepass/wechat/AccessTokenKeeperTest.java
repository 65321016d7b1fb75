package cn.venuepass.wechat;

import static cn.venuepass.application.Denial.Plain.SIGN_IN_UNAVAILABLE;
import static cn.venuepass.wechat.FakeWeChat.PHONE;
import static cn.venuepass.wechat.FakeWeChat.TOKEN;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Result;
import cn.venuepass.application.access.SharedToken;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.testkit.contract.AtOnce;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All nodes use one access token, and fetch it no more often than they must. */
class AccessTokenKeeperTest {
  private static final Result<PhoneNumber> SHARED = Result.done(new PhoneNumber("+8613800000000"));
  private static final Duration LIFE = Duration.ofHours(2);

  private final FakeWeChat weChat = new FakeWeChat();
  private final WeChat one = weChat.node();
  private final WeChat other = weChat.node();

  @AfterEach
  void stop() {
    weChat.close();
  }

  @Test
  void nodesShouldFetchOneTokenAndShareIt() {
    weChat.gives("token-1");
    takes("token-1");
    assertThat(AtOnce.run(8, i -> phoneOf(i % 2 == 0 ? one : other))).containsOnly(SHARED);
    weChat.asked(1, TOKEN);
  }

  @Test
  void aTokenShouldBeReplacedBeforeItEnds() {
    weChat.gives("token-1");
    takes("token-1");
    assertThat(phoneOf(one)).isEqualTo(SHARED);
    weChat.gives("token-2");
    takes("token-2");
    weChat.clock().advance(LIFE.minusSeconds(201));
    assertThat(phoneOf(other)).isEqualTo(SHARED);
    weChat.asked(1, TOKEN);
    weChat.clock().advance(Duration.ofSeconds(1));
    assertThat(AtOnce.run(8, i -> phoneOf(i % 2 == 0 ? one : other))).containsOnly(SHARED);
    weChat.asked(2, TOKEN);
    assertThat(current()).contains("token-2");
  }

  @Test
  void aTokenThatIsAboutToEndShouldNotBeFetchedForEveryCall() {
    weChat.gives("token-1", 100, "none");
    takes("token-1");
    assertThat(phoneOf(one)).isEqualTo(SHARED);
    weChat.clock().advance(Duration.ofSeconds(49));
    assertThat(phoneOf(one)).isEqualTo(SHARED);
    weChat.asked(1, TOKEN);
    weChat.clock().advance(Duration.ofSeconds(1));
    assertThat(phoneOf(one)).isEqualTo(SHARED);
    weChat.asked(2, TOKEN);
  }

  @ParameterizedTest
  @ValueSource(ints = {40001, 40014, 42001})
  void aTokenThatWeChatTakesNoMoreShouldBeReplacedOnceForAllNodes(int error) {
    weChat.gives("token-1");
    takes("token-1");
    assertThat(phoneOf(one)).isEqualTo(SHARED);
    refuses("token-1", error);
    weChat.gives("token-2");
    takes("token-2");
    assertThat(AtOnce.run(8, i -> phoneOf(i % 2 == 0 ? one : other))).containsOnly(SHARED);
    weChat.asked(2, TOKEN);
    assertThat(current()).contains("token-2");
  }

  @Test
  void aTokenThatWeChatRefusesAndGivesAgainShouldBeEnded() {
    weChat.gives("token-1", 7200, "token-2");
    refuses("token-1", 40001);
    takes("token-2");
    assertThat(phoneOf(one)).isEqualTo(SHARED);
    weChat.asked(3, TOKEN);
    assertThat(current()).contains("token-2");
  }

  @Test
  void aCallShouldBeRepeatedOnceOnly() {
    weChat.gives("token-1", 7200, "token-2");
    weChat.refuses(PHONE, 42001);
    assertThat(phoneOf(one)).isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
    weChat.asked(2, PHONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errcode\":-1}",
        "{\"errcode\":40125,\"errmsg\":\"invalid appsecret\"}",
        "{\"errcode\":45009}",
        "{}",
        "{\"access_token\":\"t\"}",
        "<html></html>"
      })
  void aTokenThatCannotBeFetchedShouldLeaveTheNextCallItsTry(String body) {
    weChat.server().stubFor(post(urlPathEqualTo(TOKEN)).willReturn(okJson(body)));
    assertThat(phoneOf(one)).isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
    assertThat(current()).isEmpty();
    weChat.gives("token-1");
    takes("token-1");
    assertThat(phoneOf(other)).isEqualTo(SHARED);
  }

  @Test
  void aClaimOfANodeThatDiedShouldHoldForAWhileOnly() {
    weChat.gives("token-1");
    takes("token-1");
    var now = weChat.clock().instant();
    weChat.tokens().claim("wechat/" + FakeWeChat.APP_ID, 0, now.plusSeconds(5), now);
    assertThat(phoneOf(weChat.impatientNode())).isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
    weChat.clock().advance(Duration.ofSeconds(5));
    assertThat(phoneOf(one)).isEqualTo(SHARED);
  }

  private void takes(String token) {
    weChat.answersWith(token, PHONE, WxJavaWeChatPhoneTest.phone("13800000000", "86"));
  }

  private void refuses(String token, int error) {
    weChat.answersWith(token, PHONE, FakeWeChat.error(error));
  }

  private Optional<String> current() {
    return weChat.tokens().find("wechat/" + FakeWeChat.APP_ID).map(SharedToken::value);
  }

  private static Result<PhoneNumber> phoneOf(WeChat node) {
    return node.phone().phoneOf("code-1");
  }
}
