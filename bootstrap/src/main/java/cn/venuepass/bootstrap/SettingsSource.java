package cn.venuepass.bootstrap;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where options come from that the command line does not give: environment, then a file. */
final class SettingsSource implements IDefaultValueProvider {
  static final String CONFIG = "--config";
  private static final String PREFIX = "VENUEPASS_";

  private final Map<String, String> environment;
  private final Properties file;

  private SettingsSource(Map<String, String> environment, Properties file) {
    this.environment = environment;
    this.file = file;
  }

  /**
   * The sources beside those arguments.
   *
   * @throws IllegalArgumentException when the file that they name cannot be read
   */
  static SettingsSource of(Map<String, String> environment, String... arguments) {
    Optional<String> path =
        valueOf(CONFIG, Arrays.asList(arguments))
            .or(() -> Optional.ofNullable(environment.get(variable(CONFIG))));
    return new SettingsSource(
        environment, path.map(SettingsSource::load).orElseGet(Properties::new));
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = option.longestName();
    return Optional.ofNullable(environment.get(variable(name)))
        .orElseGet(() -> file.getProperty(name.substring(2)));
  }

  private static String variable(String option) {
    return PREFIX + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static Optional<String> valueOf(String option, List<String> arguments) {
    int index = arguments.indexOf(option);
    if (index >= 0 && index + 1 < arguments.size()) {
      return Optional.of(arguments.get(index + 1));
    }
    return arguments.stream()
        .filter(argument -> argument.startsWith(option + "="))
        .map(argument -> argument.substring(option.length() + 1))
        .findFirst();
  }

  private static Properties load(String path) {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(path))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new IllegalArgumentException("--config: cannot be read: " + path);
    }
    return properties;
  }
}
