package cn.venuepass.bootstrap;

import cn.venuepass.application.access.GeneratedPassword;
import cn.venuepass.application.access.StaffRepository.Credentials;
import cn.venuepass.bootstrap.InstallationOptions.Opened;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.rest.access.Argon2Passwords;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Staff accounts from the command line: the first administrator, and one who is locked out. */
@Command(
    name = "staff",
    mixinStandardHelpOptions = true,
    description = "Adds the first administrator, and lets one in who lost password or phone.")
final class StaffCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Adds an account, and prints a password for its first sign-in.")
  int add(
      @Parameters(paramLabel = "USERNAME") String username,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "ADMIN",
              description = "may be given several times (default: ${DEFAULT-VALUE})")
          Set<Role> roles,
      @Option(
              names = "--division",
              paramLabel = "CODE",
              required = true,
              description = "where it works; must be imported before")
          String division,
      @Mixin InstallationOptions installation) {
    return installation.with(spec, opened -> add(opened, username, roles, division));
  }

  @Command(
      name = "reset",
      mixinStandardHelpOptions = true,
      description =
          "Prints a new password for an account that lost it, forgets its authenticator app, and"
              + " ends its sessions.")
  int reset(
      @Parameters(paramLabel = "USERNAME") String username,
      @Mixin InstallationOptions installation) {
    return installation.with(spec, opened -> reset(opened, username));
  }

  private int add(Opened opened, String username, Set<Role> roles, String division) {
    StaffAccount account = account(opened, username, roles, division);
    if (opened.stores().divisions().find(new DivisionCode(division)).isEmpty()) {
      throw wrong("--division: is unknown; import the divisions first");
    }
    String password = GeneratedPassword.fresh();
    String hash = new Argon2Passwords().hash(password);
    boolean added =
        opened
            .stores()
            .transactions()
            .run(
                () ->
                    opened.stores().staff().add(account, hash)
                        && noted(opened, AuditAction.STAFF_ADDED, account));
    if (!added) {
      throw wrong("this username is taken");
    }
    tell(account.username(), password);
    return 0;
  }

  private int reset(Opened opened, String username) {
    Optional<Credentials> known = opened.stores().staff().findCredentials(name(username));
    StaffAccount account =
        known.map(Credentials::account).orElseThrow(() -> wrong("there is no such account"));
    String password = GeneratedPassword.fresh();
    String hash = new Argon2Passwords().hash(password);
    StaffId id = account.id();
    var stores = opened.stores();
    boolean unused =
        stores
            .transactions()
            .run(
                () -> {
                  stores.staff().setPassword(id, hash, true);
                  stores.staff().removeSecondFactor(id);
                  stores.sessions().endAllOf(id, Optional.empty(), opened.clock().instant());
                  stores.signInThrottle().succeeded(account.username());
                  return noted(opened, AuditAction.STAFF_PASSWORD_RESET, account);
                });
    tell(account.username(), password);
    return 0;
  }

  private static boolean noted(Opened opened, AuditAction action, StaffAccount account) {
    Deed deed = Deed.of(action, AuditPurpose.ADMINISTRATION).under(account.id().value().toString());
    opened
        .audit()
        .note(
            new Actor.OfSystem(),
            account.jurisdiction() instanceof Jurisdiction.OfDivision of
                ? deed.within(of.division())
                : deed);
    return true;
  }

  private StaffAccount account(Opened opened, String username, Set<Role> roles, String division) {
    try {
      return StaffAccount.added(
          new StaffId(opened.ids().next()),
          new Username(username),
          roles,
          Jurisdiction.of(new DivisionCode(division)),
          opened.clock().instant());
    } catch (InvalidValue fault) {
      throw wrong(fault.field() + ": " + fault.rule());
    }
  }

  private Username name(String username) {
    try {
      return new Username(username);
    } catch (InvalidValue fault) {
      throw wrong(fault.field() + ": " + fault.rule());
    }
  }

  private void tell(Username username, String password) {
    var out = spec.commandLine().getOut();
    out.println("username  " + username.text());
    out.println("password  " + password + "  (must be changed at the first sign-in)");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
