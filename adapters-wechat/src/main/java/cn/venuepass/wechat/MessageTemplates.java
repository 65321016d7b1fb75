package cn.venuepass.wechat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which of WeChat's templates a kind of message has, and what its places are called there, as the
 * mini-program's administrator registered them:
 *
 * <pre>
 * review-decided=WeChat's id of the template
 * review-decided.page=pages/venues
 * review-decided.place.venue=thing1
 * </pre>
 *
 * A template without places takes the values by their own names, and all of them.
 */
public final class MessageTemplates {
  private static final String PAGE = ".page";
  private static final String PLACE = ".place.";

  private final Map<String, Template> templates;

  private MessageTemplates(Map<String, Template> templates) {
    this.templates = templates;
  }

  /**
   * Reads the templates.
   *
   * @throws IllegalArgumentException when a page or place is given for a template without id
   */
  public static MessageTemplates of(Properties properties) {
    Map<String, Template> templates = new HashMap<>();
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      String kind = kindOf(key);
      if (properties.getProperty(kind, "").isBlank()) {
        throw new IllegalArgumentException("no template id of " + kind);
      }
      templates.computeIfAbsent(kind, known -> template(known, properties));
    }
    return new MessageTemplates(templates);
  }

  /** How many kinds of messages have a template. */
  public int size() {
    return templates.size();
  }

  Optional<Template> find(String kind) {
    return Optional.ofNullable(templates.get(kind));
  }

  /**
   * One template.
   *
   * @param places WeChat's names of the places, by ours; empty when they are the same
   */
  record Template(String id, Optional<String> page, Map<String, String> places) {
    /** What stands in WeChat's places. */
    Map<String, String> data(Map<String, String> values) {
      return values.entrySet().stream()
          .filter(value -> places.isEmpty() || places.containsKey(value.getKey()))
          .collect(
              Collectors.toMap(
                  value -> places.getOrDefault(value.getKey(), value.getKey()),
                  Map.Entry::getValue));
    }
  }

  private static Template template(String kind, Properties properties) {
    String prefix = kind + PLACE;
    Map<String, String> places =
        properties.stringPropertyNames().stream()
            .filter(key -> key.startsWith(prefix))
            .collect(
                Collectors.toMap(
                    key -> key.substring(prefix.length()),
                    key -> properties.getProperty(key).strip()));
    return new Template(
        properties.getProperty(kind).strip(),
        Optional.ofNullable(properties.getProperty(kind + PAGE)).map(String::strip),
        places);
  }

  private static String kindOf(String key) {
    int place = key.indexOf(PLACE);
    if (place > 0) {
      return key.substring(0, place);
    }
    return key.endsWith(PAGE) ? key.substring(0, key.length() - PAGE.length()) : key;
  }
}
