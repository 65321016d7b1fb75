package cn.venuepass.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers the personal values and secrets that tests use, in a file of this virtual machine below
 * the module's {@code target}, so that a last test can look for them in all logs.
 */
public final class PersonalValues {
  /** Where the files are, below a module. */
  public static final Path FOLDER = Path.of("target", "personal-values");

  private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();
  private static final Path FILE = Path.of(ProcessHandle.current().pid() + ".txt");
  private static final Set<String> FIELDS =
      Set.of(
          "idNumber",
          "phone",
          "contactName",
          "contactPhone",
          "password",
          "accessToken",
          "refreshToken");
  private static final int SHORTEST = 6;

  private PersonalValues() {}

  /** Remembers the value, unless it is so short that it stands in any text. */
  public static String used(String value) {
    boolean name = value.length() > 1 && value.codePoints().allMatch(Character::isIdeographic);
    boolean oneLine = value.lines().count() == 1;
    if (oneLine && (name || value.length() >= SHORTEST) && KNOWN.add(value)) {
      append(value);
    }
    return value;
  }

  /** Remembers the personal fields of a JSON object, and of those within it. */
  public static void usedIn(Map<?, ?> body) {
    body.forEach(
        (key, value) -> {
          boolean personal =
              FIELDS.contains(key)
                  || (key.equals("name") && body.containsKey("idNumber"))
                  || (key.equals("code") && String.valueOf(value).startsWith("demo:"));
          if (value instanceof String text && personal) {
            String unused = used(text);
          } else if (value instanceof Map<?, ?> inner) {
            usedIn(inner);
          } else if (value instanceof Collection<?> list) {
            list.forEach(
                item -> {
                  if (item instanceof Map<?, ?> inner) {
                    usedIn(inner);
                  }
                });
          }
        });
  }

  private static synchronized void append(String value) {
    try {
      Path folder = Files.createDirectories(FOLDER);
      Path unused =
          Files.write(
              folder.resolve(FILE),
              (value + "\n").getBytes(UTF_8),
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
