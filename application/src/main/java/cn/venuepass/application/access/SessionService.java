package cn.venuepass.application.access;

import static cn.venuepass.application.Denial.Plain.SESSION_ENDED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Result;
import cn.venuepass.application.access.AccessTokens.Claims;
import cn.venuepass.application.access.StaffRepository.Credentials;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.Session;
import cn.venuepass.domain.access.Session.Subject;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.person.Account;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

final class SessionService implements SignIn, RefreshSession, SignOut, IdentifyCaller {
  private static final Duration ACCESS = Duration.ofMinutes(15);
  private static final Duration RESIDENT_SESSION = Duration.ofDays(30);
  private static final Duration STAFF_SESSION = Duration.ofHours(12);

  private final WeChatLogin weChat;
  private final PasswordHashing passwords;
  private final AccessTokens tokens;
  private final SessionRepository sessions;
  private final AccountRepository accounts;
  private final StaffRepository staff;
  private final IdGenerator ids;
  private final InstantSource clock;

  SessionService(
      WeChatLogin weChat,
      PasswordHashing passwords,
      AccessTokens tokens,
      SessionRepository sessions,
      AccountRepository accounts,
      StaffRepository staff,
      IdGenerator ids,
      InstantSource clock) {
    this.weChat = weChat;
    this.passwords = passwords;
    this.tokens = tokens;
    this.sessions = sessions;
    this.accounts = accounts;
    this.staff = staff;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result<SignedIn> withWeChat(String code) {
    return weChat
        .identify(code)
        .map(identity -> accounts.findOrAdd(identity, clock.instant()))
        .map(this::open);
  }

  /** A session of the resident whose account that is. */
  SignedIn open(Account account) {
    return open(new Subject.OfAccount(account.id()), RESIDENT_SESSION, of(account));
  }

  @Override
  public Result<SignedIn> asStaff(String username, String password) {
    Optional<Credentials> known = staff.findCredentials(username);
    return known
        .filter(credentials -> passwords.matches(password, credentials.passwordHash()))
        .map(Credentials::account)
        .filter(StaffAccount::enabled)
        .map(account -> open(new Subject.OfStaff(account.id()), STAFF_SESSION, of(account)))
        .map(Result::done)
        .orElseGet(() -> failed(known.isEmpty(), password));
  }

  /** An unknown name takes as long as a wrong password. */
  private Result<SignedIn> failed(boolean unknownName, String password) {
    if (unknownName) {
      String unused = passwords.hash(password);
    }
    return Result.denied(SIGN_IN_FAILED);
  }

  @Override
  public Result<SignedIn> refresh(String text) {
    return RefreshToken.parse(text)
        .flatMap(this::rotated)
        .map(Result::done)
        .orElseGet(() -> Result.denied(SESSION_ENDED));
  }

  @Override
  public void end(SessionId session) {
    sessions.end(session, clock.instant());
  }

  @Override
  public Optional<Caller> identify(String accessToken) {
    return tokens.read(accessToken).flatMap(this::callerOf);
  }

  private Optional<SignedIn> rotated(RefreshToken presented) {
    RefreshToken next = RefreshToken.fresh(presented.session());
    boolean good =
        sessions.rotate(
            presented.session(), presented.secretHash(), next.secretHash(), clock.instant());
    if (!good) {
      end(presented.session());
      return Optional.empty();
    }
    return sessions
        .findOpen(presented.session(), clock.instant())
        .flatMap(session -> holderOf(session.subject()).map(who -> signedIn(session, next, who)));
  }

  private SignedIn open(Subject subject, Duration length, Holder holder) {
    var session = new Session(new SessionId(ids.next()), subject, clock.instant().plus(length));
    RefreshToken refresh = RefreshToken.fresh(session.id());
    sessions.add(session, refresh.secretHash());
    return signedIn(session, refresh, holder);
  }

  private SignedIn signedIn(Session session, RefreshToken refresh, Holder holder) {
    var claims =
        new Claims(session.id(), session.subject(), holder.account().flatMap(Account::person));
    return new SignedIn(
        tokens.issue(claims, clock.instant().plus(ACCESS)),
        ACCESS,
        refresh.text(),
        holder.id(),
        holder.account().filter(Account::realNamed).isPresent(),
        holder.roles());
  }

  private Optional<Caller> callerOf(Claims claims) {
    if (claims.subject() instanceof Subject.OfAccount subject) {
      if (claims.person().isPresent()) {
        return Optional.of(
            new Caller.Resident(claims.session(), subject.account(), claims.person()));
      }
      return accounts
          .find(subject.account())
          .map(a -> new Caller.Resident(claims.session(), a.id(), a.person()));
    }
    return sessions
        .findOpen(claims.session(), clock.instant())
        .flatMap(session -> enabledStaff(session.subject()))
        .map(account -> new Caller.Staff(claims.session(), account));
  }

  private Optional<StaffAccount> enabledStaff(Subject subject) {
    return subject instanceof Subject.OfStaff of
        ? staff.find(of.staff()).filter(StaffAccount::enabled)
        : Optional.empty();
  }

  private Optional<Holder> holderOf(Subject subject) {
    return subject instanceof Subject.OfAccount of
        ? accounts.find(of.account()).map(SessionService::of)
        : enabledStaff(subject).map(SessionService::of);
  }

  private static Holder of(Account account) {
    return new Holder(account.id().value(), Set.of(Role.RESIDENT), Optional.of(account));
  }

  private static Holder of(StaffAccount account) {
    return new Holder(account.id().value(), account.roles(), Optional.empty());
  }

  /** Whoever holds a session. */
  private record Holder(UUID id, Set<Role> roles, Optional<Account> account) {}
}
