package cn.venuepass.testkit.memory;

import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.ContactChange;
import cn.venuepass.domain.cases.ContactChange.Standing;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class InMemoryContactLists implements ContactLists {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::ring)
          .thenComparing(Comparator.comparing(Place::risk).reversed())
          .thenComparing(place -> place.person().value().toString());

  private final InMemoryStore store;
  private final Map<Numbered, Kept> revisions;
  private final Map<CaseId, List<Contact>> contacts;

  private record Numbered(CaseId of, int number) {}

  private record Kept(Revision revision, List<ContactChange> changes) {}

  InMemoryContactLists(InMemoryStore store) {
    this.store = store;
    this.revisions = store.table();
    this.contacts = store.table();
  }

  @Override
  public Optional<Revision> latest(CaseId of) {
    return revisions(of).stream().findFirst();
  }

  @Override
  public Map<CaseId, Integer> rulesOf(Collection<CaseId> cases) {
    return store.run(
        () ->
            cases.stream()
                .distinct()
                .flatMap(of -> latest(of).stream())
                .collect(Collectors.toMap(Revision::of, Revision::parameters)));
  }

  @Override
  public List<Revision> revisions(CaseId of) {
    return store.run(
        () ->
            revisions.values().stream()
                .map(Kept::revision)
                .filter(revision -> revision.of().equals(of))
                .sorted(Comparator.comparing(Revision::number).reversed())
                .toList());
  }

  @Override
  public List<ContactChange> changes(CaseId of, int revision) {
    return store.run(
        () ->
            Optional.ofNullable(revisions.get(new Numbered(of, revision)))
                .map(Kept::changes)
                .orElse(List.of()));
  }

  @Override
  public boolean add(Revision next, List<Contact> all, List<ContactChange> changes) {
    return store.run(
        () -> {
          boolean mine =
              revisions.putIfAbsent(
                      new Numbered(next.of(), next.number()), new Kept(next, List.copyOf(changes)))
                  == null;
          if (mine) {
            contacts.put(next.of(), List.copyOf(all));
          }
          return mine;
        });
  }

  @Override
  public boolean refresh(Revision latest, List<Contact> all) {
    return store.run(
        () -> {
          boolean mine =
              latest(latest.of()).filter(last -> last.number() == latest.number()).isPresent();
          if (mine) {
            contacts.put(latest.of(), List.copyOf(all));
          }
          return mine;
        });
  }

  @Override
  public Map<PersonId, Standing> standings(CaseId of) {
    return store.run(
        () ->
            ordered(of)
                .collect(
                    Collectors.toMap(
                        Contact::person,
                        contact -> new Standing(contact.ring(), contact.grade()))));
  }

  @Override
  public void each(CaseId of, Consumer<Contact> taker) {
    store.run(() -> ordered(of).toList()).forEach(taker);
  }

  @Override
  public List<Contact> list(CaseId of, Filter filter, Optional<Place> after, int limit) {
    return store.run(
        () ->
            ordered(of)
                .filter(filter::takes)
                .filter(
                    contact ->
                        after
                            .map(place -> ORDER.compare(Place.of(contact), place) > 0)
                            .orElse(true))
                .limit(limit)
                .toList());
  }

  @Override
  public int count(CaseId of, Filter filter) {
    return store.run(() -> Math.toIntExact(ordered(of).filter(filter::takes).count()));
  }

  @Override
  public boolean isOrWas(CaseId of, PersonId person) {
    return store.run(
        () ->
            find(of, person).isPresent()
                || revisions.values().stream()
                    .filter(kept -> kept.revision().of().equals(of))
                    .flatMap(kept -> kept.changes().stream())
                    .anyMatch(change -> change.person().equals(person)));
  }

  @Override
  public Optional<Contact> find(CaseId of, PersonId person) {
    return store.run(
        () -> ordered(of).filter(contact -> contact.person().equals(person)).findFirst());
  }

  @Override
  public List<Contact> findAll(CaseId of, Collection<PersonId> people) {
    return store.run(
        () -> ordered(of).filter(contact -> people.contains(contact.person())).toList());
  }

  private Stream<Contact> ordered(CaseId of) {
    return contacts.getOrDefault(of, List.of()).stream()
        .sorted(Comparator.comparing(Place::of, ORDER));
  }
}
