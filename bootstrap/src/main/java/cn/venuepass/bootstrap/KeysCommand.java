package cn.venuepass.bootstrap;

import cn.venuepass.bootstrap.Keys.Ring;
import cn.venuepass.persistence.Database;
import cn.venuepass.persistence.PersonalFields;
import cn.venuepass.persistence.rotation.KeyUsage;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The secrets of an installation. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Makes the keys of an installation, and replaces them while it runs.")
final class KeysCommand {
  private static final Duration SHORTEST_DELAY = Duration.ofSeconds(5);
  private static final Duration LONGEST_DELAY = Duration.ofDays(30);

  @Spec private CommandSpec spec;

  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description =
          "Writes a new file of keys, readable by its owner only. Keep a copy: without it"
              + " neither posters nor personal data can be read again.")
  int create(@Parameters(paramLabel = "FILE", description = "must not exist yet") Path file) {
    try {
      new KeysFile(file).create(Keys.fresh(Keys.Purpose.PRODUCTION));
    } catch (UncheckedIOException e) {
      throw new ParameterException(
          spec.commandLine(), file + " cannot be written: its folder must exist, and it must not");
    }
    spec.commandLine().getOut().println("Keys written to " + file);
    return 0;
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = {
        "Adds new keys to the file. Running services read it within seconds and use the new keys"
            + " from the given time on, all at once by their clocks; the old ones are understood"
            + " as before, and what is stored is brought under the new ones in the background.",
        "Every node must have the new file before that time: where nodes have copies, choose a"
            + " delay that covers the copying, and copy at once. A node that misses it answers"
            + " 401 or 500 to what the others wrote under the new keys, until it gets the file;"
            + " nothing is lost. Keep a copy of the new file: the old one no longer suffices."
      })
  int rotate(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = "--only",
              paramLabel = "RING",
              split = ",",
              description = "which keys: ${COMPLETION-CANDIDATES} (default: all)")
          @Nullable Set<Ring> only,
      @Option(
              names = "--after",
              paramLabel = "DURATION",
              defaultValue = "PT2M",
              description = "when they come into use, ISO-8601 (default: ${DEFAULT-VALUE})")
          Duration after) {
    if (after.compareTo(SHORTEST_DELAY) < 0 || after.compareTo(LONGEST_DELAY) > 0) {
      throw new ParameterException(spec.commandLine(), "--after: must lie between PT5S and P30D");
    }
    Set<Ring> rings = only == null ? EnumSet.allOf(Ring.class) : only;
    Keys rotated = attempt(() -> new KeysFile(file).change(keys -> rotated(keys, rings, after)));
    KeysStatus.print(out(), rotated, now(), Optional.empty());
    return 0;
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description =
          "Shows the keys' ids, never the keys; with a database also how many stored values rest"
              + " on each.")
  int status(@Parameters(paramLabel = "FILE") Path file, @Mixin DatabaseOptions database) {
    Keys keys = attempt(() -> new KeysFile(file).read());
    KeysStatus.print(out(), keys, now(), usage(keys, database));
    return 0;
  }

  @Command(
      name = "retire",
      mixinStandardHelpOptions = true,
      description = {
        "Removes an old key from the file for good. Refused while anything rests on it: stored"
            + " values on encryption and hash keys, tokens on token keys.",
        "Posters and paper passes rest on poster keys where nobody can count them: they die with"
            + " the key, so you must say that they were replaced."
      })
  int retire(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = "--ring",
              required = true,
              paramLabel = "RING",
              description = "which keys: ${COMPLETION-CANDIDATES}")
          Ring ring,
      @Option(names = "--key", required = true, paramLabel = "ID", description = "which of them")
          long key,
      @Option(
              names = "--posters-were-replaced",
              description =
                  "whatever hangs on doors under that poster key may die, and the part of the audit"
                      + " log that was sealed under it cannot be verified any more")
          boolean postersReplaced,
      @Mixin DatabaseOptions database) {
    Instant now = now();
    Keys keys = attempt(() -> new KeysFile(file).read());
    Keys unused = attempt(() -> keys.without(ring, key, now));
    Retirement.reasonAgainst(ring, keys.primarySince(ring, now), now, postersReplaced)
        .ifPresent(this::refuse);
    if (ring == Ring.ENCRYPTION || ring == Ring.HASH) {
      KeyUsage usage =
          usage(keys, database)
              .orElseThrow(
                  () -> new ParameterException(spec.commandLine(), "--db-url: is required"));
      Map<Long, Long> used = ring == Ring.HASH ? usage.hash() : usage.encryption();
      if (!KeyUsage.isFree(used, key)) {
        refuse("%d stored values rest on %s key %d".formatted(used.get(key), ring, key));
      }
    }
    Keys left = attempt(() -> new KeysFile(file).change(read -> read.without(ring, key, now)));
    if (ring == Ring.HASH) {
      try (Database opened = Database.look(database.settings(""))) {
        opened.forgetClaims((byte) key);
      }
    }
    KeysStatus.print(out(), left, now, Optional.empty());
    return 0;
  }

  /** The delay begins when the keys are made, which itself takes a moment. */
  private static Keys rotated(Keys keys, Set<Ring> rings, Duration after) {
    Instant now = now();
    Keys made = keys.rotated(rings, now, now.plus(after));
    return made.turningAt(rings, now().plus(after));
  }

  private Optional<KeyUsage> usage(Keys keys, DatabaseOptions database) {
    List<String> faults = database.faults();
    if (!faults.isEmpty()) {
      throw new ParameterException(spec.commandLine(), String.join("\n", faults));
    }
    if (database.url == null) {
      return Optional.empty();
    }
    try (Database opened = Database.look(database.settings(""))) {
      Instant now = now();
      if (!opened.isUnder(PersonalFields.under(() -> keys.fieldKeys(now)))) {
        refuse("that database was written with other keys");
      }
      return Optional.of(opened.keyUsage());
    }
  }

  private <T> T attempt(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private void refuse(String reason) {
    throw new ParameterException(spec.commandLine(), "Refused: " + reason);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static Instant now() {
    return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
