package cn.venuepass.testkit.memory;

import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.application.person.WeChatIdentity;
import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class InMemoryAccountRepository implements AccountRepository {
  private final InMemoryStore store;
  private final Map<WeChatIdentity, AccountId> identities;
  private final Map<AccountId, Account> accounts;

  InMemoryAccountRepository(InMemoryStore store) {
    this.store = store;
    this.identities = store.table();
    this.accounts = store.table();
  }

  @Override
  public Account findOrAdd(WeChatIdentity identity, Instant now) {
    return store.run(
        () -> {
          AccountId id =
              identities.computeIfAbsent(identity, unknown -> new AccountId(UUID.randomUUID()));
          return accounts.computeIfAbsent(
              id, unknown -> new Account(id, Optional.empty(), Optional.empty()));
        });
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
    return store.run(
        () -> accounts.values().stream().anyMatch(a -> a.person().equals(Optional.of(person))));
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
}
