package cn.venuepass.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.notification.Delivery;
import cn.venuepass.application.notification.SmsGateway.TextMessage;
import cn.venuepass.domain.person.PhoneNumber;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSmsGatewayTest {
  private static final PhoneNumber PHONE = new PhoneNumber("+8613800000000");

  private final WireMockServer provider =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
  private final Properties file = new Properties();

  @BeforeEach
  void describeTheProvider() {
    provider.start();
    file.setProperty("url", provider.baseUrl() + "/send");
    file.setProperty("header.Authorization", "Bearer sample");
    file.setProperty(
        "body",
        "{\"to\":\"{phone}\",\"mobile\":\"{mobile}\",\"template\":\"{template}\",\"code\":\"{value.code}\",\"all\":{values}}");
    file.setProperty("template.sign-in-code", "SMS_1");
    file.setProperty("read-timeout", "PT20S");
  }

  @AfterEach
  void stop() {
    provider.stop();
  }

  @Test
  void sendShouldFillTheBodyThatTheProviderWants() {
    answers(aResponse().withStatus(202));
    assertThat(send("123456")).isEqualTo(Delivery.DELIVERED);
    provider.verify(
        postRequestedFor(urlEqualTo("/send"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withHeader("Authorization", equalTo("Bearer sample"))
            .withRequestBody(
                equalTo(
                    "{\"to\":\"+8613800000000\",\"mobile\":\"13800000000\",\"template\":\"SMS_1\","
                        + "\"code\":\"123456\",\"all\":{\"code\":\"123456\"}}")));
  }

  @Test
  void aValueShouldNotBreakOutOfAJsonBody() {
    answers(aResponse());
    String value = "\",\"to\":\"x\\{phone}\n$1\u0000";
    send(value);
    String escaped = "\\\",\\\"to\\\":\\\"x\\\\{phone}\\n$1\\u0000";
    provider.verify(
        postRequestedFor(anyUrl())
            .withRequestBody(
                equalTo(
                    "{\"to\":\"+8613800000000\",\"mobile\":\"13800000000\",\"template\":\"SMS_1\","
                        + "\"code\":\""
                        + escaped
                        + "\",\"all\":{\"code\":\""
                        + escaped
                        + "\"}}")));
  }

  @Test
  void aValueShouldNotBreakOutOfAFormBody() {
    file.setProperty("form", "urlencoded");
    file.setProperty("body", "to={phone}&t={template}&code={value.code}&all={values}");
    answers(aResponse());
    send("1&to=2 {phone}");
    provider.verify(
        postRequestedFor(anyUrl())
            .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
            .withRequestBody(
                equalTo(
                    "to=%2B8613800000000&t=SMS_1&code=1%26to%3D2+%7Bphone%7D"
                        + "&all=%7B%22code%22%3A%221%26to%3D2+%7Bphone%7D%22%7D")));
  }

  @ParameterizedTest
  @CsvSource({
    "200,DELIVERED", "302,TRY_LATER", "400,REFUSED", "401,TRY_LATER", "404,REFUSED",
    "408,TRY_LATER", "422,REFUSED", "429,TRY_LATER", "500,TRY_LATER", "503,TRY_LATER"
  })
  void theStatusShouldTellWhatBecameOfAMessage(int status, Delivery delivery) {
    answers(aResponse().withStatus(status));
    assertThat(send("1")).isEqualTo(delivery);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"result\":{\"code\":\"OK\"}}|DELIVERED",
        "{\"result\":{\"code\":\"BUSY\"}}|TRY_LATER",
        "{\"result\":{\"code\":\"NO_SUCH_PHONE\"}}|REFUSED",
        "{\"result\":{\"code\":\"STOPPED\"}}|REFUSED",
        "{\"result\":{\"code\":{}}}|TRY_LATER",
        "{}|TRY_LATER",
        "<html></html>|TRY_LATER",
        "''|TRY_LATER"
      })
  void aValueInTheAnswerShouldTellWhatBecameOfAMessage(String body, Delivery delivery) {
    file.setProperty("success.pointer", "/result/code");
    file.setProperty("success.value", "OK");
    file.setProperty("refused.values", "NO_SUCH_PHONE, STOPPED");
    answers(okJson(body));
    assertThat(send("1")).isEqualTo(delivery);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void sendShouldTryLaterWhenTheConnectionBreaks(Fault fault) {
    answers(aResponse().withFault(fault));
    assertThat(send("1")).isEqualTo(Delivery.TRY_LATER);
  }

  @Test
  void sendShouldNotWaitForASlowAnswer() {
    file.setProperty("connect-timeout", "PT0.2S");
    file.setProperty("read-timeout", "PT0.2S");
    answers(aResponse().withFixedDelay(60_000));
    assertThat(send("1")).isEqualTo(Delivery.TRY_LATER);
  }

  @Test
  void aMessageWithoutTemplateOrValueShouldBeRefused() {
    HttpSmsGateway gateway = HttpSmsGateway.of(file, 1);
    assertThat(gateway.send(new TextMessage(PHONE, "exposure-notice", Map.of("code", "1"))))
        .isEqualTo(Delivery.REFUSED);
    assertThat(gateway.send(new TextMessage(PHONE, "sign-in-code", Map.of("other", "1"))))
        .isEqualTo(Delivery.REFUSED);
    provider.verify(0, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url=",
        "url=ftp://host",
        "url=nowhere",
        "url=https://a b",
        "body=",
        "body={\"a\":{phone}",
        "body=text",
        "form=xml",
        "success.pointer=code",
        "success.pointer=/code",
        "read-timeout=3",
        "read-timeout=PT0S",
        "read-timeout=PT2M",
        "boddy=x",
        "header.a b=x"
      })
  void settingsThatAreNotGoodShouldBeRefusedWithoutTheirValues(String line) {
    String[] setting = line.split("=", 2);
    file.setProperty(setting[0], setting[1]);
    assertThatThrownBy(() -> HttpSmsGateway.of(file, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContaining("sample");
  }

  private void answers(ResponseDefinitionBuilder answer) {
    provider.stubFor(post(urlEqualTo("/send")).willReturn(answer));
  }

  private Delivery send(String code) {
    return HttpSmsGateway.of(file, 1)
        .send(new TextMessage(PHONE, "sign-in-code", Map.of("code", code)));
  }
}
