package cn.venuepass.bootstrap;

import cn.venuepass.persistence.DatabaseSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a database. */
final class DatabaseOptions {
  @Option(
      names = "--db-url",
      paramLabel = "URL",
      description = "JDBC URL of the database, such as jdbc:postgresql://localhost/venuepass")
  @Nullable String url;

  @Option(names = "--db-user", paramLabel = "NAME", description = "user of the database")
  @Nullable String user;

  @Option(names = "--db-password", paramLabel = "SECRET", description = "password of that user")
  @Nullable String password;

  @Option(
      names = "--db-connections",
      paramLabel = "N",
      defaultValue = "16",
      description = "open connections at most (default: ${DEFAULT-VALUE})")
  int connections;

  /** Everything that is wrong with the values. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (url != null && !DatabaseSettings.isSupported(url)) {
      faults.add("--db-url: must begin with jdbc:postgresql: or jdbc:h2:");
    }
    if (connections < 1 || connections > 1_000) {
      faults.add("--db-connections: must lie between 1 and 1000");
    }
    return faults;
  }

  DatabaseSettings settings(String defaultUrl) {
    return new DatabaseSettings(
        url == null ? defaultUrl : url,
        user == null ? "" : user,
        password == null ? "" : password,
        connections);
  }
}
