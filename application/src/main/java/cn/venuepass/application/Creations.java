package cn.venuepass.application;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Creates a thing once, however often its creation is asked for under one key. */
public final class Creations {
  private final CreationLog log;
  private final Transactions transactions;
  private final IdGenerator ids;
  private final InstantSource clock;

  public Creations(
      CreationLog log, Transactions transactions, IdGenerator ids, InstantSource clock) {
    this.log = log;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Creates with a fresh id, or finds what the key created before; one transaction, undone if
   * denied.
   */
  public <T> Result<T> once(
      Optional<CreationKey> key,
      Function<UUID, Result<T>> create,
      Function<UUID, Result<T>> findCreated) {
    return transactions.attempt(
        () -> {
          UUID fresh = ids.next();
          UUID id = key.map(known -> log.idFor(known, fresh, clock.instant())).orElse(fresh);
          return id.equals(fresh) ? create.apply(id) : findCreated.apply(id);
        });
  }
}
