package cn.venuepass.testkit.memory;

import cn.venuepass.application.person.PaperPassRepository;
import cn.venuepass.domain.pass.PaperPass;
import cn.venuepass.domain.pass.PaperPassId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

final class InMemoryPaperPassRepository implements PaperPassRepository {
  private final InMemoryStore store;
  private final Map<PaperPassId, PaperPass> passes;

  InMemoryPaperPassRepository(InMemoryStore store) {
    this.store = store;
    this.passes = store.table();
  }

  @Override
  public void issue(PaperPass pass) {
    store.run(
        () -> {
          boolean unused = revoke(pass.person(), pass.issuedAt());
          return passes.put(pass.id(), pass);
        });
  }

  @Override
  public Optional<PaperPass> find(PaperPassId pass) {
    return store.run(() -> Optional.ofNullable(passes.get(pass)));
  }

  @Override
  public Optional<PaperPass> findGood(PersonId person) {
    return store.run(
        () ->
            passes.values().stream()
                .filter(pass -> pass.person().equals(person) && pass.revokedAt().isEmpty())
                .findFirst());
  }

  @Override
  public boolean revoke(PersonId person, Instant at) {
    return store.run(
        () -> {
          Optional<PaperPass> good = findGood(person);
          good.ifPresent(
              pass ->
                  passes.put(
                      pass.id(),
                      new PaperPass(
                          pass.id(), person, pass.issuedBy(), pass.issuedAt(), Optional.of(at))));
          return good.isPresent();
        });
  }
}
