package cn.venuepass.testkit.memory;

import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryFamilyRepository implements FamilyRepository {
  private final InMemoryStore store;
  private final InMemoryAccountRepository accounts;
  private final Map<FamilyLinkId, FamilyLink> links;

  InMemoryFamilyRepository(InMemoryStore store, InMemoryAccountRepository accounts) {
    this.store = store;
    this.accounts = accounts;
    this.links = store.table();
  }

  @Override
  public Added add(FamilyLink link) {
    return store.run(
        () -> {
          if (all(link.guardian()).anyMatch(known -> known.person().equals(link.person()))) {
            return Added.EXISTS;
          }
          if (listOf(link.guardian()).size() >= FamilyLink.MOST) {
            return Added.FULL;
          }
          links.put(link.id(), link);
          return Added.ADDED;
        });
  }

  @Override
  public Optional<FamilyLink> find(AccountId guardian, FamilyLinkId link) {
    return listOf(guardian).stream().filter(known -> known.id().equals(link)).findFirst();
  }

  @Override
  public List<FamilyLink> listOf(AccountId guardian) {
    return store.run(
        () -> all(guardian).filter(link -> !accounts.hasAccount(link.person())).toList());
  }

  @Override
  public boolean remove(AccountId guardian, FamilyLinkId link) {
    return store.run(() -> find(guardian, link).map(found -> links.remove(found.id())).isPresent());
  }

  private Stream<FamilyLink> all(AccountId guardian) {
    return links.values().stream().filter(link -> link.guardian().equals(guardian));
  }
}
