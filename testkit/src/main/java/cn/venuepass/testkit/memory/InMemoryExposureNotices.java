package cn.venuepass.testkit.memory;

import cn.venuepass.application.followup.ExposureNotices;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

final class InMemoryExposureNotices implements ExposureNotices {
  private final InMemoryStore store;
  private final AccountRepository accounts;
  private final Map<Told, Instant> told;

  private record Told(CaseId of, PersonId person) {}

  InMemoryExposureNotices(InMemoryStore store, AccountRepository accounts) {
    this.store = store;
    this.accounts = accounts;
    this.told = store.table();
  }

  @Override
  public List<PersonId> mark(CaseId of, Collection<PersonId> people, Instant now) {
    return store.run(
        () ->
            people.stream()
                .filter(accounts::hasAccount)
                .filter(person -> told.putIfAbsent(new Told(of, person), now) == null)
                .toList());
  }

  @Override
  public List<PersonId> told(CaseId of, Collection<PersonId> people) {
    return store.run(
        () -> people.stream().filter(each -> told.containsKey(new Told(of, each))).toList());
  }
}
