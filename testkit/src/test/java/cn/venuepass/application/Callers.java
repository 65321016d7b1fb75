package cn.venuepass.application;

import static cn.venuepass.application.Answers.done;

import cn.venuepass.application.access.SignedIn;
import cn.venuepass.application.person.RegisterIdentity.Identity;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import java.util.Optional;
import java.util.UUID;

/** People who signed in, each of them new. */
public final class Callers {
  private Callers() {}

  /** Somebody who signed in through WeChat and did not say yet who they are. */
  public static Caller.Resident aStranger(TestApplication app) {
    var signIn = app.useCases().access().signIn();
    return resident(app, done(signIn.withWeChat("demo:" + UUID.randomUUID())));
  }

  /** Somebody who is real-named. */
  public static Caller.Resident aResident(TestApplication app) {
    return aResident(app, SampleIdNumbers.next());
  }

  public static Caller.Resident aResident(TestApplication app, ResidentIdNumber idNumber) {
    String code = "demo:" + UUID.randomUUID();
    var signIn = app.useCases().access().signIn();
    var account = new AccountId(done(signIn.withWeChat(code)).subject());
    done(app.useCases().person().registerIdentity().register(account, identity(idNumber)));
    return resident(app, done(signIn.withWeChat(code)));
  }

  public static Caller.Staff aReviewer(TestApplication app, DivisionCode division) {
    return aStaffMember(app, Role.REVIEWER, division);
  }

  public static Caller.Staff aStaffMember(TestApplication app, Role role, DivisionCode division) {
    String username = "staff-" + UUID.randomUUID();
    app.addStaff(username, role, division);
    SignedIn signedIn =
        done(
            app.useCases()
                .access()
                .signIn()
                .asStaff(new Username(username), TestApplication.PASSWORD, Optional.empty()));
    return (Caller.Staff) caller(app, signedIn);
  }

  public static Identity identity(ResidentIdNumber idNumber) {
    return new Identity(
        idNumber,
        new PersonName("居民样本"),
        new PhoneNumber("+8613800000000"),
        new Consent("2026-01"));
  }

  private static Caller.Resident resident(TestApplication app, SignedIn signedIn) {
    return (Caller.Resident) caller(app, signedIn);
  }

  private static Caller caller(TestApplication app, SignedIn signedIn) {
    return app.useCases().access().identifyCaller().identify(signedIn.accessToken()).orElseThrow();
  }
}
