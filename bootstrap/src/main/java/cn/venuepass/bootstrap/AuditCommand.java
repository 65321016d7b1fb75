package cn.venuepass.bootstrap;

import cn.venuepass.application.audit.AuditUseCases;
import cn.venuepass.application.audit.VerifyAuditLog;
import cn.venuepass.bootstrap.InstallationOptions.Opened;
import cn.venuepass.domain.audit.AuditFault;
import cn.venuepass.domain.audit.AuditSeals;
import cn.venuepass.domain.audit.AuditVerification;
import java.io.PrintWriter;
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
    description = "Checks the log of who looked at whose data.")
final class AuditCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Checks that nothing was changed: 0 if the log is whole, 1 if it is not.")
  int verify(
      @Mixin InstallationOptions installation,
      @Option(
              names = "--anchor",
              paramLabel = "NUMBER:SEAL",
              description =
                  "an end of the chain from the service's log, which the chain must still hold")
          @Nullable String anchor) {
    if (anchor != null && !anchor.matches("[0-9]{1,18}:[0-9a-f]{64}")) {
      throw new ParameterException(spec.commandLine(), "--anchor: must be NUMBER:SEAL");
    }
    return installation.with(spec, opened -> verify(log(opened), anchor));
  }

  private int verify(VerifyAuditLog log, @Nullable String anchor) {
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

  private static VerifyAuditLog log(Opened opened) {
    return AuditUseCases.over(
            opened.stores(), opened.audit(), new AuditSeals(opened.keys()::posters), opened.clock())
        .verifyAuditLog();
  }

  private static boolean holds(VerifyAuditLog log, String anchor) {
    int colon = anchor.indexOf(':');
    return log.holds(Long.parseLong(anchor.substring(0, colon)), anchor.substring(colon + 1));
  }
}
