package cn.venuepass.bootstrap;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.audit.AuditUseCases;
import cn.venuepass.application.audit.VerifyAuditLog;
import cn.venuepass.domain.audit.AuditFault;
import cn.venuepass.domain.audit.AuditSeals;
import cn.venuepass.domain.audit.AuditVerification;
import cn.venuepass.persistence.Database;
import com.fasterxml.uuid.Generators;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks after the log of who looked at whose data. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Checks the log of who looked at whose data.",
    subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing: verify");
  }

  /** Checks the whole chain. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Checks that nothing was changed: 0 if the log is whole, 1 if it is not.")
  static final class Verify implements Callable<Integer> {
    @Mixin private DatabaseOptions database;

    @Option(
        names = "--keys",
        paramLabel = "FILE",
        description = "the keys of this installation, the older ones among them")
    private @Nullable Path keys;

    @Option(
        names = "--anchor",
        paramLabel = "NUMBER:SEAL",
        description = "an end of the chain from the service's log, which the chain must still hold")
    private @Nullable String anchor;

    @SuppressWarnings("UnusedVariable") // SettingsSource reads it before the command is parsed
    @Option(names = SettingsSource.CONFIG, paramLabel = "FILE", description = "a properties file")
    private @Nullable Path config;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      if (database.url == null || keys == null) {
        throw new ParameterException(spec.commandLine(), "--db-url and --keys: are required");
      }
      if (anchor != null && !anchor.matches("[0-9]{1,18}:[0-9a-f]{64}")) {
        throw new ParameterException(spec.commandLine(), "--anchor: must be NUMBER:SEAL");
      }
      Keys read = read(keys);
      Clock clock = Clock.systemUTC();
      IdGenerator ids = Generators.timeBasedEpochGenerator()::generate;
      try (Database opened = Database.open(database.settings(""), clock)) {
        Stores stores = opened.stores(read.personalFields(), ids);
        return verify(
            AuditUseCases.over(
                    stores,
                    new AuditTrail(stores.auditLog(), ids, clock),
                    new AuditSeals(read.posterMacKeys()),
                    clock)
                .verifyAuditLog());
      }
    }

    private int verify(VerifyAuditLog log) {
      PrintWriter out = spec.commandLine().getOut();
      AuditVerification part = log.verify(0);
      while (!part.isComplete()) {
        part = log.verify(part.to());
      }
      if (part.fault().isPresent()) {
        AuditFault fault = part.fault().get();
        out.println("TAMPERED: " + fault.kind() + " at event " + fault.number());
        return 1;
      }
      if (anchor != null && !holds(log, anchor)) {
        out.println("TAMPERED: the chain does not hold " + anchor);
        return 1;
      }
      out.println(
          "The audit log is whole to " + part.head().anchor() + "; unsealed: " + part.unsealed());
      return 0;
    }

    private static boolean holds(VerifyAuditLog log, String anchor) {
      int colon = anchor.indexOf(':');
      return log.holds(Long.parseLong(anchor.substring(0, colon)), anchor.substring(colon + 1));
    }

    private Keys read(Path file) {
      try {
        return Keys.read(file);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), "--keys: " + e.getMessage());
      }
    }
  }
}
