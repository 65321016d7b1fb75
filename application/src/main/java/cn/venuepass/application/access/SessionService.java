package cn.venuepass.application.access;

import static cn.venuepass.application.Denial.Plain.SESSION_ENDED;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Result;
import cn.venuepass.application.access.AccessTokens.Claims;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.Session;
import cn.venuepass.domain.access.Session.Subject;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffObligation;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.PersonId;
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
  private final StaffProof proof;
  private final AccessTokens tokens;
  private final SessionRepository sessions;
  private final AccountRepository accounts;
  private final StaffRepository staff;
  private final boolean secondFactorRequired;
  private final AuditTrail audit;
  private final IdGenerator ids;
  private final InstantSource clock;

  SessionService(
      WeChatLogin weChat,
      StaffProof proof,
      AccessTokens tokens,
      SessionRepository sessions,
      AccountRepository accounts,
      StaffRepository staff,
      boolean secondFactorRequired,
      AuditTrail audit,
      IdGenerator ids,
      InstantSource clock) {
    this.weChat = weChat;
    this.proof = proof;
    this.tokens = tokens;
    this.sessions = sessions;
    this.accounts = accounts;
    this.staff = staff;
    this.secondFactorRequired = secondFactorRequired;
    this.audit = audit;
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
  public Result<SignedIn> asStaff(Username username, String password, Optional<String> otp) {
    return proof.ofSignIn(
        username,
        password,
        otp,
        account -> {
          audit.note(
              Actor.staff(account),
              Deed.of(AuditAction.STAFF_SIGNED_IN, AuditPurpose.ADMINISTRATION));
          return open(new Subject.OfStaff(account.id()), STAFF_SESSION, of(account));
        });
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
    return tokens.read(accessToken).flatMap(this::callerInSession);
  }

  @Override
  public Optional<Caller> identifyAtDoor(String accessToken) {
    return tokens
        .read(accessToken)
        .flatMap(
            claims ->
                claims.person().isPresent()
                    ? residentOf(claims, claims.person())
                    : callerInSession(claims));
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
        holder.roles(),
        holder.obligation());
  }

  private Optional<Caller> callerInSession(Claims claims) {
    return sessions
        .findOpen(claims.session(), clock.instant())
        .flatMap(
            session ->
                session.subject() instanceof Subject.OfStaff
                    ? enabledStaff(session.subject()).map(account -> staffOf(claims, account))
                    : residentOf(claims, claims.person().or(() -> personOf(session.subject()))));
  }

  private static Optional<Caller> residentOf(Claims claims, Optional<PersonId> person) {
    return claims.subject() instanceof Subject.OfAccount of
        ? Optional.of(new Caller.Resident(claims.session(), of.account(), person))
        : Optional.empty();
  }

  private Caller staffOf(Claims claims, StaffAccount account) {
    return new Caller.Staff(claims.session(), account, account.obligation(secondFactorRequired));
  }

  private Optional<PersonId> personOf(Subject subject) {
    return subject instanceof Subject.OfAccount of
        ? accounts.find(of.account()).flatMap(Account::person)
        : Optional.empty();
  }

  private Optional<StaffAccount> enabledStaff(Subject subject) {
    return subject instanceof Subject.OfStaff of
        ? staff.find(of.staff()).filter(StaffAccount::enabled)
        : Optional.empty();
  }

  private Optional<Holder> holderOf(Subject subject) {
    return subject instanceof Subject.OfAccount of
        ? accounts.find(of.account()).map(SessionService::of)
        : enabledStaff(subject).map(this::of);
  }

  private static Holder of(Account account) {
    return new Holder(
        account.id().value(), Set.of(Role.RESIDENT), Optional.of(account), Optional.empty());
  }

  private Holder of(StaffAccount account) {
    return new Holder(
        account.id().value(),
        account.roles(),
        Optional.empty(),
        account.obligation(secondFactorRequired));
  }

  /** Whoever holds a session. */
  private record Holder(
      UUID id, Set<Role> roles, Optional<Account> account, Optional<StaffObligation> obligation) {}
}
