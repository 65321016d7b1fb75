package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.cases.CaseRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.TakenStatement;
import cn.venuepass.domain.cases.TakenStatement.Withdrawal;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryCases implements CaseRepository {
  private final InMemoryStore store;
  private final InMemoryDivisionRepository divisions;
  private final Map<CaseId, Case> cases;
  private final Map<CaseId, List<TakenStatement>> statements;

  InMemoryCases(InMemoryStore store, InMemoryDivisionRepository divisions) {
    this.store = store;
    this.divisions = divisions;
    this.cases = store.table();
    this.statements = store.table();
  }

  @Override
  public void add(Case opened) {
    store.run(() -> cases.put(opened.id(), opened));
  }

  @Override
  public Optional<Case> findWithin(Jurisdiction jurisdiction, CaseId id) {
    return store.run(
        () ->
            Optional.ofNullable(cases.get(id))
                .filter(found -> divisions.contains(jurisdiction, found.division())));
  }

  @Override
  public Optional<Case> hold(CaseId id) {
    return store.run(() -> Optional.ofNullable(cases.get(id)));
  }

  @Override
  public Page<Case> listWithin(Jurisdiction jurisdiction, Filter filter, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                cases.values().stream()
                    .filter(found -> divisions.contains(jurisdiction, found.division()))
                    .filter(found -> filter.status().filter(s -> s != found.status()).isEmpty())
                    .filter(found -> filter.drill().filter(d -> d != found.drill()).isEmpty()),
                request,
                found -> new Cursor(found.openedAt(), found.id().value())));
  }

  @Override
  public List<CaseId> listOpenOf(PersonId index, Jurisdiction jurisdiction) {
    return listOpen().stream()
        .filter(found -> found.index().equals(index))
        .filter(found -> divisions.contains(jurisdiction, found.division()))
        .map(Case::id)
        .toList();
  }

  @Override
  public List<Case> listOpen() {
    return store.run(
        () ->
            cases.values().stream()
                .filter(Case::isOpen)
                .sorted(
                    Comparator.comparing(Case::openedAt)
                        .thenComparing(found -> found.id().value().toString()))
                .toList());
  }

  @Override
  public boolean replace(Case changed) {
    return store.run(
        () -> {
          Case stored = cases.get(changed.id());
          boolean mine =
              stored != null && stored.isOpen() && stored.revision() + 1 == changed.revision();
          if (mine) {
            cases.put(changed.id(), changed);
          }
          return mine;
        });
  }

  @Override
  public boolean addStatement(CaseId of, Statement told) {
    return store.run(
        () -> {
          List<TakenStatement> known = statementsOf(of);
          Case found = cases.get(of);
          boolean room = found != null && found.isOpen() && known.size() < MOST_STATEMENTS;
          if (room) {
            var more = new ArrayList<>(known);
            more.add(TakenStatement.standing(told));
            statements.put(of, more);
          }
          return room;
        });
  }

  @Override
  public List<TakenStatement> statementsOf(CaseId of) {
    return store.run(
        () ->
            statements.getOrDefault(of, List.of()).stream()
                .sorted(
                    Comparator.comparing((TakenStatement taken) -> taken.told().at())
                        .thenComparing(taken -> taken.told().id().value().toString()))
                .toList());
  }

  @Override
  public boolean withdrawStatement(CaseId of, StatementId told, Withdrawal withdrawal) {
    return store.run(
        () -> {
          List<TakenStatement> known = statementsOf(of);
          Case found = cases.get(of);
          boolean mine =
              found != null
                  && found.isOpen()
                  && known.stream().anyMatch(taken -> is(taken, told) && taken.stands());
          if (mine) {
            statements.put(
                of,
                known.stream()
                    .map(taken -> is(taken, told) ? taken.withdrawn(withdrawal) : taken)
                    .toList());
          }
          return mine;
        });
  }

  private static boolean is(TakenStatement taken, StatementId id) {
    return taken.told().id().equals(id);
  }

  boolean anyIsOf(DivisionCode division) {
    return cases.values().stream().anyMatch(found -> found.division().equals(division));
  }
}
