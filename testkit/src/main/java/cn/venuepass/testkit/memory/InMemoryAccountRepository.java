package cn.venuepass.testkit.memory;

import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.application.person.Reach;
import cn.venuepass.application.person.WeChatIdentity;
import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class InMemoryAccountRepository implements AccountRepository {
  private final InMemoryStore store;
  private final Map<WeChatIdentity, AccountId> identities;
  private final Map<PhoneNumber, AccountId> phones;
  private final Map<AccountId, Account> accounts;

  InMemoryAccountRepository(InMemoryStore store) {
    this.store = store;
    this.identities = store.table();
    this.phones = store.table();
    this.accounts = store.table();
  }

  @Override
  public Account findOrAdd(WeChatIdentity identity, Instant now) {
    return store.run(() -> findOrAdd(identities, identity));
  }

  @Override
  public Account findOrAdd(PhoneNumber proved, Instant now) {
    return store.run(() -> findOrAdd(phones, proved));
  }

  @Override
  public boolean attach(AccountId account, PhoneNumber proved, Instant now) {
    return store.run(
        () -> {
          boolean free =
              accounts.containsKey(account)
                  && Optional.ofNullable(phones.get(proved)).map(account::equals).orElse(true);
          if (free) {
            phones.values().removeIf(account::equals);
            phones.put(proved, account);
          }
          return free;
        });
  }

  @Override
  public Optional<Reach> reachOf(AccountId account) {
    return store.run(
        () ->
            find(account)
                .map(known -> new Reach(keyOf(identities, account), keyOf(phones, account))));
  }

  @Override
  public Optional<Reach> reachOf(PersonId person) {
    return store.run(() -> findByPerson(person).map(Account::id).flatMap(this::reachOf));
  }

  @Override
  public Optional<Account> find(AccountId account) {
    return store.run(() -> Optional.ofNullable(accounts.get(account)));
  }

  @Override
  public List<PersonId> peopleOf(Collection<AccountId> some) {
    return store.run(
        () ->
            some.stream()
                .distinct()
                .flatMap(id -> find(id).stream())
                .flatMap(account -> account.person().stream())
                .toList());
  }

  @Override
  public boolean hasAccount(PersonId person) {
    return store.run(() -> findByPerson(person).isPresent());
  }

  @Override
  public boolean bind(AccountId id, PersonId person, Consent consent, Instant now) {
    return store.run(
        () -> {
          Optional<Account> account = find(id);
          boolean free =
              account.flatMap(Account::person).map(person::equals).orElse(account.isPresent())
                  && accounts.values().stream()
                      .filter(other -> !other.id().equals(id))
                      .noneMatch(other -> other.person().filter(person::equals).isPresent());
          if (free) {
            accounts.put(id, new Account(id, Optional.of(person), Optional.of(consent)));
          }
          return free;
        });
  }

  private <K> Account findOrAdd(Map<K, AccountId> keys, K key) {
    AccountId id = keys.computeIfAbsent(key, unknown -> new AccountId(UUID.randomUUID()));
    return accounts.computeIfAbsent(
        id, unknown -> new Account(id, Optional.empty(), Optional.empty()));
  }

  private Optional<Account> findByPerson(PersonId person) {
    return accounts.values().stream()
        .filter(account -> account.person().equals(Optional.of(person)))
        .findFirst();
  }

  private static <K> Optional<K> keyOf(Map<K, AccountId> keys, AccountId account) {
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue().equals(account))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
