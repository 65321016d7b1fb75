package cn.venuepass.wechat;

import cn.venuepass.application.notification.Delivery;
import cn.venuepass.application.notification.SmsGateway;
import cn.venuepass.wechat.TimedHttp.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Any provider of text messages that takes a POST, as {@link SmsSettings} tell. */
public final class HttpSmsGateway implements SmsGateway {
  private static final Logger LOG = LoggerFactory.getLogger(HttpSmsGateway.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The request itself is wrong; any other status may pass. */
  private static final Set<Integer> WRONG = Set.of(400, 404, 405, 413, 415, 422);

  private final SmsSettings settings;
  private final TimedHttp http;
  private final CallLimit limit;

  private HttpSmsGateway(SmsSettings settings, int atOnce) {
    this.settings = settings;
    this.http = new TimedHttp(settings.connect(), settings.read());
    this.limit = new CallLimit(atOnce);
  }

  /**
   * The gateway that a file describes.
   *
   * @param atOnce how many messages may be handed over at once
   * @throws IllegalArgumentException when the settings are not good; no value stands in the message
   */
  public static HttpSmsGateway of(Properties file, int atOnce) {
    SmsSettings settings = SmsSettings.of(file);
    var gateway = new HttpSmsGateway(settings, atOnce);
    HttpRequest unused = gateway.request("");
    return gateway;
  }

  @Override
  public Delivery send(TextMessage message) {
    return Optional.ofNullable(settings.templates().get(message.template()))
        .flatMap(id -> settings.body().fill(message, id))
        .map(this::deliver)
        .orElse(Delivery.REFUSED);
  }

  private Delivery deliver(String body) {
    try {
      return judge(limit.during(() -> http.send(request(body))));
    } catch (NoAnswer e) {
      LOG.warn("The text gateway is of no help: {}", e.getMessage());
      return Delivery.TRY_LATER;
    }
  }

  private HttpRequest request(String body) {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(settings.url());
      request.header("Content-Type", settings.body().form().contentType());
      settings.headers().forEach(request::setHeader);
      return request.POST(BodyPublishers.ofString(body)).build();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a header that HTTP does not allow");
    }
  }

  private Delivery judge(Answer answer) {
    if (!answer.isSuccess()) {
      LOG.warn("The text gateway answers HTTP status {}", answer.status());
      return WRONG.contains(answer.status()) ? Delivery.REFUSED : Delivery.TRY_LATER;
    }
    return settings.success().map(rule -> judge(answer, rule)).orElse(Delivery.DELIVERED);
  }

  private Delivery judge(Answer answer, SmsSettings.Success rule) {
    String value;
    try {
      value = JSON.readTree(answer.body()).at(rule.pointer()).asText();
    } catch (JsonProcessingException e) {
      LOG.warn("The text gateway answers no JSON");
      return Delivery.TRY_LATER;
    }
    if (value.equals(rule.value())) {
      return Delivery.DELIVERED;
    }
    boolean never = settings.refused().contains(value);
    LOG.warn("The text gateway does not take a message; {}", never ? "for good" : "it may later");
    return never ? Delivery.REFUSED : Delivery.TRY_LATER;
  }
}
