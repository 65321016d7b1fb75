package cn.venuepass.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.notification.SmsGateway.TextMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body with places: {@code {phone}} in E.164, {@code {mobile}} as people write it, {@code
 * {template}} the provider's id, {@code {value.NAME}} one value, {@code {values}} all of them as a
 * JSON object. What is put in is escaped as the body's form asks, and never read for places again.
 */
final class BodyTemplate {
  private static final Pattern PLACE =
      Pattern.compile("\\{(phone|mobile|template|values|value\\.([A-Za-z0-9_-]+))}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String text;
  private final Form form;

  BodyTemplate(String text, Form form) {
    this.text = text;
    this.form = form;
  }

  /** How a body is written. */
  enum Form {
    /** Places of text stand between quotes; {@code {values}} stands without. */
    JSON("application/json"),
    URL_ENCODED("application/x-www-form-urlencoded");

    private final String contentType;

    Form(String contentType) {
      this.contentType = contentType;
    }

    String contentType() {
      return contentType;
    }
  }

  Form form() {
    return form;
  }

  /** The body of a message, or nothing when the message lacks a value. */
  Optional<String> fill(TextMessage message, String templateId) {
    var filled = new StringBuilder();
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      Optional<String> value = value(place, message, templateId);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      place.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
    }
    place.appendTail(filled);
    return Optional.of(filled.toString());
  }

  /** Whether a JSON body is JSON once its places are filled. */
  boolean isWellFormed() {
    if (form == Form.URL_ENCODED) {
      return true;
    }
    try {
      return JSON.readTree(PLACE.matcher(text).replaceAll(BodyTemplate::sample)).isContainerNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private Optional<String> value(Matcher place, TextMessage message, String templateId) {
    return switch (place.group(1)) {
      case "phone" -> Optional.of(escaped(message.to().e164()));
      case "mobile" -> Optional.of(escaped(message.to().national()));
      case "template" -> Optional.of(escaped(templateId));
      case "values" -> Optional.of(all(message));
      default -> Optional.ofNullable(message.values().get(place.group(2))).map(this::escaped);
    };
  }

  private String all(TextMessage message) {
    try {
      String object = JSON.writeValueAsString(new TreeMap<>(message.values()));
      return form == Form.JSON ? object : escaped(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written as JSON", e);
    }
  }

  private String escaped(String value) {
    return form == Form.JSON
        ? new String(JsonStringEncoder.getInstance().quoteAsString(value))
        : URLEncoder.encode(value, UTF_8);
  }

  private static String sample(MatchResult place) {
    return "values".equals(place.group(1)) ? "{}" : "1";
  }
}
