package cn.venuepass.application.access;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import java.time.InstantSource;

/** Everything that can be done about sessions. */
public record AccessUseCases(
    SignIn signIn, RefreshSession refreshSession, SignOut signOut, IdentifyCaller identifyCaller) {

  public static AccessUseCases over(
      Stores stores,
      WeChatLogin weChat,
      PasswordHashing passwords,
      AccessTokens tokens,
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
    return new AccessUseCases(service, service, service, service);
  }
}
