package cn.venuepass.wechat;

import cn.venuepass.wechat.BodyTemplate.Form;
import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a provider of text messages is called, as a file tells:
 *
 * <pre>
 * url=https://sms.example.cn/send
 * form=json                                   (or urlencoded)
 * header.Authorization=Bearer …
 * body={"to": "{phone}", "template": "{template}", "params": {values}}
 * template.sign-in-code=the provider's id of the template
 * success.pointer=/code                       (none: any HTTP status 2xx is success)
 * success.value=OK
 * refused.values=MOBILE_NOT_ON_SERVICE        (answers of which a repetition changes nothing)
 * connect-timeout=PT2S
 * read-timeout=PT3S
 * </pre>
 *
 * @param templates the provider's ids of the templates, by ours
 * @param refused values at the pointer that mean never
 */
record SmsSettings(
    URI url,
    Map<String, String> headers,
    BodyTemplate body,
    Map<String, String> templates,
    Optional<Success> success,
    Set<String> refused,
    Duration connect,
    Duration read) {
  private static final String HEADER = "header.";
  private static final String TEMPLATE = "template.";
  private static final Set<String> KEYS =
      Set.of(
          "url",
          "form",
          "body",
          "success.pointer",
          "success.value",
          "refused.values",
          "connect-timeout",
          "read-timeout");
  private static final Map<String, Form> FORMS =
      Map.of("json", Form.JSON, "urlencoded", Form.URL_ENCODED);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** What an answer holds when the message is on its way. */
  record Success(JsonPointer pointer, String value) {}

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException when they are not good; no value stands in the message
   */
  static SmsSettings of(Properties file) {
    for (String key : file.stringPropertyNames()) {
      if (!KEYS.contains(key) && !key.startsWith(HEADER) && !key.startsWith(TEMPLATE)) {
        throw new IllegalArgumentException("there is no setting " + key);
      }
    }
    Form form =
        Optional.ofNullable(FORMS.get(file.getProperty("form", "json")))
            .orElseThrow(() -> new IllegalArgumentException("form is json or urlencoded"));
    var body = new BodyTemplate(required(file, "body"), form);
    if (!body.isWellFormed()) {
      throw new IllegalArgumentException("body is no JSON");
    }
    return new SmsSettings(
        url(required(file, "url")),
        below(HEADER, file),
        body,
        below(TEMPLATE, file),
        success(file),
        refused(file),
        duration(file, "connect-timeout", Duration.ofSeconds(2)),
        duration(file, "read-timeout", Duration.ofSeconds(3)));
  }

  @Override
  public String toString() {
    return "SmsSettings[" + templates.keySet() + "]";
  }

  private static String required(Properties file, String key) {
    String value = file.getProperty(key, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(key + " is required");
    }
    return value;
  }

  private static URI url(String text) {
    return parsed(
            text,
            value -> {
              URI url = URI.create(value);
              boolean good =
                  url.getHost() != null
                      && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
              return good ? Optional.of(url) : Optional.<URI>empty();
            })
        .orElseThrow(() -> new IllegalArgumentException("url must be https://host/…"));
  }

  private static Optional<Success> success(Properties file) {
    String pointer = file.getProperty("success.pointer", "").strip();
    if (pointer.isEmpty()) {
      return Optional.empty();
    }
    String value = required(file, "success.value");
    return Optional.of(
        parsed(pointer, text -> Optional.of(new Success(JsonPointer.compile(text), value)))
            .orElseThrow(() -> new IllegalArgumentException("success.pointer must be as /a/b")));
  }

  private static Set<String> refused(Properties file) {
    return Arrays.stream(file.getProperty("refused.values", "").split(",", -1))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Duration duration(Properties file, String key, Duration usual) {
    String text = file.getProperty(key, usual.toString()).strip();
    return parsed(text, value -> Optional.of(Duration.parse(value)))
        .filter(d -> d.compareTo(Duration.ZERO) > 0 && d.compareTo(LONGEST) <= 0)
        .orElseThrow(() -> new IllegalArgumentException(key + " must be at most PT1M"));
  }

  private static Map<String, String> below(String prefix, Properties file) {
    return file.stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix))
        .collect(
            Collectors.toUnmodifiableMap(
                key -> key.substring(prefix.length()), key -> file.getProperty(key).strip()));
  }

  /** What a text says, or nothing; the exceptions of parsers hold the text. */
  private static <T> Optional<T> parsed(String text, Function<String, Optional<T>> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
