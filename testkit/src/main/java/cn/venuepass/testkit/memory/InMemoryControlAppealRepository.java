package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.control.ControlAppealRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlAppealId;
import cn.venuepass.domain.control.ControlOrderId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryControlAppealRepository implements ControlAppealRepository {
  private final InMemoryStore store;
  private final InMemoryControlOrderRepository orders;
  private final Map<ControlAppealId, ControlAppeal> appeals;

  InMemoryControlAppealRepository(InMemoryStore store, InMemoryControlOrderRepository orders) {
    this.store = store;
    this.orders = orders;
    this.appeals = store.table();
    orders.overdueBy(this::isOverdue);
  }

  @Override
  public boolean add(ControlAppeal appeal) {
    return store.run(
        () -> {
          boolean free =
              appeals.values().stream()
                  .noneMatch(
                      known -> known.order().equals(appeal.order()) && known.decision().isEmpty());
          if (free) {
            appeals.put(appeal.id(), appeal);
          }
          return free;
        });
  }

  @Override
  public Optional<ControlAppeal> find(ControlAppealId appeal) {
    return store.run(() -> Optional.ofNullable(appeals.get(appeal)));
  }

  @Override
  public Optional<ControlAppeal> findWithin(ControlAppealId appeal, Jurisdiction jurisdiction) {
    return store.run(() -> find(appeal).filter(found -> lies(found, jurisdiction)));
  }

  @Override
  public Page<ControlAppeal> listWithin(
      Jurisdiction jurisdiction, ControlAppeal.Status status, PageRequest request) {
    return store.run(
        () ->
            Paging.oldestFirst(
                appeals.values().stream()
                    .filter(appeal -> appeal.status() == status)
                    .filter(appeal -> lies(appeal, jurisdiction)),
                request,
                appeal -> new Cursor(appeal.madeAt(), appeal.id().value())));
  }

  @Override
  public List<ControlAppeal> listOf(Collection<ControlOrderId> ofOrders) {
    return store.run(
        () ->
            appeals.values().stream()
                .filter(appeal -> ofOrders.contains(appeal.order()))
                .sorted(Comparator.comparing(ControlAppeal::madeAt))
                .toList());
  }

  @Override
  public boolean decide(ControlAppealId appeal, ControlAppeal.Decision decision) {
    return store.run(
        () -> {
          Optional<ControlAppeal> open = find(appeal).filter(found -> found.decision().isEmpty());
          open.ifPresent(found -> appeals.put(appeal, found.decided(decision)));
          return open.isPresent();
        });
  }

  private boolean isOverdue(ControlOrderId order, Instant now) {
    return appeals.values().stream()
        .anyMatch(appeal -> appeal.order().equals(order) && appeal.isOverdue(now));
  }

  private boolean lies(ControlAppeal appeal, Jurisdiction jurisdiction) {
    return orders.findWithin(appeal.order(), jurisdiction).isPresent();
  }
}
