package cn.venuepass.testkit.memory;

import cn.venuepass.application.audit.AuditChain;
import cn.venuepass.domain.audit.AuditEntry;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.audit.AuditHead;
import cn.venuepass.domain.audit.AuditSeal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class InMemoryAuditChain implements AuditChain {
  private static final Integer HEAD = 1;

  private final InMemoryStore store;
  private final InMemoryAuditLog log;
  private final Map<UUID, Long> numbers;
  private final Map<Long, AuditSeal> seals;
  private final Map<Integer, AuditHead> heads;

  InMemoryAuditChain(InMemoryStore store, InMemoryAuditLog log) {
    this.store = store;
    this.log = log;
    this.numbers = store.table();
    this.seals = store.table();
    this.heads = store.table();
  }

  @Override
  public AuditHead lockHead() {
    return store.run(() -> heads.getOrDefault(HEAD, AuditHead.NONE));
  }

  @Override
  public List<AuditEntry> listUnsealed(int most) {
    return store.run(
        () ->
            log.events().stream()
                .filter(event -> !numbers.containsKey(event.id().value()))
                .sorted(
                    Comparator.comparing(AuditEvent::at)
                        .thenComparing(event -> event.id().value().toString()))
                .limit(most)
                .map(AuditEntry::of)
                .toList());
  }

  @Override
  public void append(AuditSeal seal, List<AuditEntry> entries, AuditHead head) {
    store.run(
        () -> {
          long number = seal.first();
          for (AuditEntry entry : entries) {
            numbers.put(entry.id(), number++);
          }
          seals.put(seal.last(), seal);
          return heads.put(HEAD, head);
        });
  }

  @Override
  public Ends ends() {
    return store.run(
        () ->
            new Ends(
                Optional.of(lockHead()),
                seals.keySet().stream().mapToLong(last -> last).max().orElse(0),
                Optional.empty(),
                numbers.values().stream().mapToLong(number -> number).max().orElse(0),
                log.events().size() - numbers.size()));
  }

  @Override
  public List<AuditSeal> listSeals(long after, long upTo, int most) {
    return store.run(
        () ->
            seals.values().stream()
                .filter(seal -> seal.last() > after && seal.last() <= upTo)
                .sorted(Comparator.comparing(AuditSeal::last))
                .limit(most)
                .toList());
  }

  @Override
  public Optional<AuditSeal> findSeal(long last) {
    return store.run(() -> Optional.ofNullable(seals.get(last)));
  }

  @Override
  public List<Numbered> listEntries(long first, long last, int most) {
    return store.run(
        () ->
            log.events().stream()
                .map(
                    event ->
                        new Numbered(
                            numbers.getOrDefault(event.id().value(), 0L), AuditEntry.of(event)))
                .filter(each -> each.number() >= first && each.number() <= last)
                .sorted(Comparator.comparing(Numbered::number))
                .limit(most)
                .toList());
  }
}
