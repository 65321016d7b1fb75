package cn.venuepass.testkit.memory;

import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import java.util.Map;
import java.util.Optional;

final class InMemoryStaffRepository implements StaffRepository {
  private final InMemoryStore store;
  private final Map<String, Credentials> byUsername;

  InMemoryStaffRepository(InMemoryStore store) {
    this.store = store;
    this.byUsername = store.table();
  }

  @Override
  public boolean add(StaffAccount account, String passwordHash) {
    var credentials = new Credentials(account, passwordHash);
    return store.run(() -> byUsername.putIfAbsent(account.username(), credentials) == null);
  }

  @Override
  public Optional<StaffAccount> find(StaffId staff) {
    return store.run(
        () ->
            byUsername.values().stream()
                .map(Credentials::account)
                .filter(account -> account.id().equals(staff))
                .findFirst());
  }

  @Override
  public Optional<Credentials> findCredentials(String username) {
    return store.run(() -> Optional.ofNullable(byUsername.get(username)));
  }
}
