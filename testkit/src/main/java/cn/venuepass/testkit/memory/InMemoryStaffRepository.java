package cn.venuepass.testkit.memory;

import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

final class InMemoryStaffRepository implements StaffRepository {
  private final InMemoryStore store;
  private final InMemoryDivisionRepository divisions;
  private final Map<StaffId, Kept> staff;

  InMemoryStaffRepository(InMemoryStore store, InMemoryDivisionRepository divisions) {
    this.store = store;
    this.divisions = divisions;
    this.staff = store.table();
  }

  @Override
  public boolean add(StaffAccount account, String passwordHash) {
    return store.run(
        () -> {
          boolean free = findCredentials(account.username()).isEmpty();
          if (free) {
            staff.put(
                account.id(),
                new Kept(new Credentials(account, passwordHash, Optional.empty()), 0));
          }
          return free;
        });
  }

  @Override
  public Optional<StaffAccount> find(StaffId id) {
    return findCredentials(id).map(Credentials::account);
  }

  @Override
  public List<StaffAccount> findAll(Collection<StaffId> ids) {
    return store.run(() -> ids.stream().distinct().flatMap(id -> find(id).stream()).toList());
  }

  @Override
  public Map<StaffId, Username> namesOf(Collection<StaffId> ids) {
    return findAll(ids).stream().collect(toMap(StaffAccount::id, StaffAccount::username));
  }

  @Override
  public Optional<StaffId> named(Username username) {
    return findCredentials(username).map(known -> known.account().id());
  }

  @Override
  public Optional<StaffAccount> findWithin(StaffId id, Jurisdiction jurisdiction) {
    return store.run(() -> find(id).filter(account -> answersFor(jurisdiction, account)));
  }

  @Override
  public Page<StaffAccount> listWithin(Jurisdiction jurisdiction, PageRequest request) {
    return store.run(
        () ->
            Paging.oldestFirst(
                staff.values().stream()
                    .map(Kept::account)
                    .filter(account -> answersFor(jurisdiction, account)),
                request,
                account -> new Cursor(account.addedAt(), account.id().value())));
  }

  @Override
  public Optional<Credentials> findCredentials(Username username) {
    return store.run(
        () ->
            staff.values().stream()
                .map(Kept::credentials)
                .filter(known -> known.account().username().equals(username))
                .findFirst());
  }

  @Override
  public Optional<Credentials> findCredentials(StaffId id) {
    return store.run(() -> Optional.ofNullable(staff.get(id)).map(Kept::credentials));
  }

  @Override
  public Optional<Credentials> hold(StaffId id) {
    return findCredentials(id);
  }

  @Override
  public boolean replace(StaffAccount next) {
    return store.run(
        () ->
            find(next.id()).filter(known -> known.revision() == next.revision() - 1).isPresent()
                && change(next.id(), known -> known.with(rights(known.account(), next))));
  }

  @Override
  public void setPassword(StaffId id, String passwordHash, boolean temporary) {
    boolean unused =
        change(
            id,
            known ->
                new Kept(
                    new Credentials(
                        standing(known.account(), temporary, known.account().secondFactor()),
                        passwordHash,
                        known.credentials().secret()),
                    known.step()));
  }

  @Override
  public boolean proposeSecondFactor(StaffId id, String secret) {
    return store.run(
        () ->
            find(id).filter(known -> !known.secondFactor()).isPresent()
                && change(id, known -> known.withSecret(Optional.of(secret), false, 0)));
  }

  @Override
  public boolean useSecondFactor(StaffId id, String secret, long step) {
    return store.run(
        () ->
            Optional.ofNullable(staff.get(id))
                    .filter(known -> known.step() < step)
                    .flatMap(known -> known.credentials().secret())
                    .filter(secret::equals)
                    .isPresent()
                && change(id, known -> known.withSecret(Optional.of(secret), true, step)));
  }

  @Override
  public void removeSecondFactor(StaffId id) {
    boolean unused = change(id, known -> known.withSecret(Optional.empty(), false, 0));
  }

  /** Whether somebody answers for that very division. */
  boolean answerFor(DivisionCode division) {
    return staff.values().stream()
        .anyMatch(kept -> kept.account().jurisdiction().equals(Jurisdiction.of(division)));
  }

  private boolean change(StaffId id, UnaryOperator<Kept> change) {
    return store.run(() -> staff.computeIfPresent(id, (key, known) -> change.apply(known)) != null);
  }

  private boolean answersFor(Jurisdiction jurisdiction, StaffAccount account) {
    return jurisdiction instanceof Jurisdiction.OfDivision own
        && (account.jurisdiction() instanceof Jurisdiction.OfDivision of
            ? divisions.isWithin(of.division(), own.division())
            : divisions.find(own.division()).flatMap(Division::parent).isEmpty());
  }

  private static StaffAccount rights(StaffAccount known, StaffAccount next) {
    return new StaffAccount(
        known.id(),
        known.username(),
        next.roles(),
        next.jurisdiction(),
        next.enabled(),
        known.temporaryPassword(),
        known.secondFactor(),
        known.addedAt(),
        next.revision());
  }

  private static StaffAccount standing(
      StaffAccount known, boolean temporaryPassword, boolean secondFactor) {
    return new StaffAccount(
        known.id(),
        known.username(),
        known.roles(),
        known.jurisdiction(),
        known.enabled(),
        temporaryPassword,
        secondFactor,
        known.addedAt(),
        known.revision());
  }

  private record Kept(Credentials credentials, long step) {
    StaffAccount account() {
      return credentials.account();
    }

    Kept with(StaffAccount account) {
      return new Kept(
          new Credentials(account, credentials.passwordHash(), credentials.secret()), step);
    }

    Kept withSecret(Optional<String> secret, boolean confirmed, long used) {
      return new Kept(
          new Credentials(
              standing(account(), account().temporaryPassword(), confirmed),
              credentials.passwordHash(),
              secret),
          used);
    }
  }
}
