package cn.venuepass.application.access;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import java.time.Duration;
import java.time.InstantSource;

/** Everything that can be done about sessions. */
public record AccessUseCases(
    SignIn signIn,
    RefreshSession refreshSession,
    SignOut signOut,
    IdentifyCaller identifyCaller,
    SignInByPhone signInByPhone,
    ProvePhone provePhone) {
  private static final Duration PATIENCE_WITH_SMS = Duration.ofSeconds(3);

  public static AccessUseCases over(
      Stores stores,
      WeChatLogin weChat,
      PasswordHashing passwords,
      AccessTokens tokens,
      CodesBySms codesBySms,
      IdGenerator ids,
      InstantSource clock) {
    var service =
        new SessionService(
            weChat,
            passwords,
            tokens,
            stores.sessions(),
            stores.accounts(),
            stores.staff(),
            ids,
            clock);
    var byPhone =
        new PhoneSignInService(
            stores.signInCodes(),
            stores.accounts(),
            new PromptSms(codesBySms.gateway(), PATIENCE_WITH_SMS),
            codesBySms.limits(),
            codesBySms.shown(),
            service::open,
            ids,
            clock);
    return new AccessUseCases(service, service, service, service, byPhone, byPhone);
  }
}
