package cn.venuepass.application.access;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.venue.Jurisdictions;
import java.time.Duration;
import java.time.InstantSource;

/** Everything that can be done about sessions and staff accounts. */
public record AccessUseCases(
    SignIn signIn,
    RefreshSession refreshSession,
    SignOut signOut,
    IdentifyCaller identifyCaller,
    KeepOwnCredentials keepOwnCredentials,
    ManageStaff manageStaff,
    SignInByPhone signInByPhone,
    ProvePhone provePhone) {
  private static final Duration PATIENCE_WITH_SMS = Duration.ofSeconds(3);

  public static AccessUseCases over(
      Stores stores,
      WeChatLogin weChat,
      PasswordHashing passwords,
      AuthenticatorCodes codes,
      boolean secondFactorRequired,
      AccessTokens tokens,
      CodesBySms codesBySms,
      IdGenerator ids,
      InstantSource clock) {
    var audit = new AuditTrail(stores.auditLog(), ids, clock);
    var proof =
        new StaffProof(
            stores.staff(),
            stores.signInThrottle(),
            passwords,
            codes,
            stores.transactions(),
            clock);
    var sessions =
        new SessionService(
            weChat,
            proof,
            tokens,
            stores.sessions(),
            stores.accounts(),
            stores.staff(),
            secondFactorRequired,
            audit,
            ids,
            clock);
    var byPhone =
        new PhoneSignInService(
            stores.signInCodes(),
            stores.accounts(),
            new PromptSms(codesBySms.gateway(), PATIENCE_WITH_SMS),
            codesBySms.limits(),
            codesBySms.shown(),
            sessions::open,
            ids,
            clock);
    return new AccessUseCases(
        sessions,
        sessions,
        sessions,
        sessions,
        new CredentialService(
            stores.staff(), stores.sessions(), proof, passwords, codes, audit, clock),
        new StaffService(
            stores.staff(),
            stores.sessions(),
            stores.signInThrottle(),
            new Jurisdictions(stores.divisions()),
            passwords,
            stores.transactions(),
            audit,
            ids,
            clock),
        byPhone,
        byPhone);
  }
}
