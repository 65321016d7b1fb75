package cn.venuepass.bootstrap;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.persistence.Database;
import cn.venuepass.persistence.PersonalFields;
import com.fasterxml.uuid.Generators;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of commands that work on an installation's database beside the service. */
final class InstallationOptions {
  @Option(names = "--keys", paramLabel = "FILE", description = "the keys of this installation")
  private @Nullable Path keys;

  @SuppressWarnings("UnusedVariable") // SettingsSource reads it before the command is parsed
  @Option(names = SettingsSource.CONFIG, paramLabel = "FILE", description = "a properties file")
  private @Nullable String config;

  @Mixin private DatabaseOptions database;

  /** What there is to work with: keys, stores, ids for what is new, and the time. */
  record Opened(LiveKeys keys, Stores stores, IdGenerator ids, InstantSource clock) {
    /** Writes down what whoever runs the installation does. */
    AuditTrail audit() {
      return new AuditTrail(stores.auditLog(), ids, clock);
    }
  }

  /**
   * Opens the database, works, closes it.
   *
   * @throws ParameterException when options are missing or wrong
   */
  <T> T with(CommandSpec spec, Function<Opened, T> work) {
    return with(spec, List.of(), work);
  }

  /** The same; faults of the command's own options are named together with these. */
  <T> T with(CommandSpec spec, List<String> ownFaults, Function<Opened, T> work) {
    List<String> faults = new ArrayList<>(ownFaults);
    faults.addAll(database.faults());
    if (keys == null) {
      faults.add("--keys: is required");
    }
    if (database.url == null) {
      faults.add("--db-url: is required");
    }
    if (!faults.isEmpty() || keys == null) {
      throw new ParameterException(
          spec.commandLine(), "These options are wrong:\n  " + String.join("\n  ", faults));
    }
    InstantSource clock = Clock.tickMillis(ZoneOffset.UTC);
    LiveKeys read = read(keys, clock, spec);
    try (Database opened = Database.open(database.settings(""), clock)) {
      PersonalFields fields = PersonalFields.under(read::fields);
      opened.claim(read.purpose().name(), fields);
      IdGenerator ids = Generators.timeBasedEpochGenerator()::generate;
      return work.apply(new Opened(read, opened.stores(fields, ids), ids, clock));
    }
  }

  private static LiveKeys read(Path file, InstantSource clock, CommandSpec spec) {
    try {
      return LiveKeys.of(new KeysFile(file), clock);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--keys: " + e.getMessage());
    }
  }
}
