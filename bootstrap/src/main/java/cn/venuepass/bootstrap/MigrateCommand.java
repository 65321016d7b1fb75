package cn.venuepass.bootstrap;

import cn.venuepass.persistence.Database;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Brings a database up to date without serving it. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "Brings the schema of a database up to date. 'serve' does so too when it starts.")
final class MigrateCommand implements Callable<Integer> {
  @Mixin private DatabaseOptions database;

  @SuppressWarnings("UnusedVariable") // SettingsSource reads it before the command is parsed
  @Option(names = SettingsSource.CONFIG, paramLabel = "FILE", description = "a properties file")
  private @Nullable String config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (database.url == null) {
      throw new ParameterException(spec.commandLine(), "--db-url: is required");
    }
    try (Database migrated = Database.open(database.settings(""), Clock.systemUTC())) {
      spec.commandLine()
          .getOut()
          .println(migrated.isReady() ? "The schema is up to date." : "The database is gone.");
      return migrated.isReady() ? 0 : 1;
    }
  }
}
