package cn.venuepass.testkit.memory;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.application.followup.FollowUps;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.followup.FollowUp;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.followup.FollowUpStep;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class InMemoryFollowUps implements FollowUps {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::urgency)
          .thenComparing(Place::ring)
          .thenComparing(Comparator.comparing(Place::risk).reversed())
          .thenComparing(place -> place.person().value().toString());

  private final InMemoryStore store;
  private final ContactLists lists;
  private final Map<Key, FollowUp> followUps;
  private final Map<Key, List<FollowUpStep>> steps;

  private record Key(CaseId of, PersonId person) {}

  InMemoryFollowUps(InMemoryStore store, ContactLists lists) {
    this.store = store;
    this.lists = lists;
    this.followUps = store.table();
    this.steps = store.table();
  }

  @Override
  public List<Tended> findAll(CaseId of, Collection<PersonId> people) {
    return store.run(
        () -> all(of).filter(tended -> people.contains(tended.followUp().person())).toList());
  }

  @Override
  public int store(List<FollowUp> next, FollowUpStep step) {
    return store.run(() -> (int) next.stream().filter(one -> isStored(one, step)).count());
  }

  private boolean isStored(FollowUp next, FollowUpStep step) {
    var key = new Key(next.of(), next.person());
    FollowUp stored = followUps.getOrDefault(key, FollowUp.none(next.of(), next.person()));
    boolean mine = stored.revision() + 1 == next.revision();
    if (mine) {
      followUps.put(key, next);
      var more = new ArrayList<>(steps.getOrDefault(key, List.of()));
      more.add(
          new FollowUpStep(
              step.told(), step.at(), step.notedAt(), step.by(), next.assignee(), step.note()));
      steps.put(key, more);
    }
    return mine;
  }

  @Override
  public List<FollowUpStep> stepsOf(CaseId of, PersonId person) {
    return store.run(() -> List.copyOf(steps.getOrDefault(new Key(of, person), List.of())));
  }

  @Override
  public List<Tended> list(CaseId of, Filter filter, Optional<Place> after, int limit) {
    return store.run(
        () ->
            all(of)
                .filter(filter::takes)
                .filter(
                    tended ->
                        after.map(place -> ORDER.compare(Place.of(tended), place) > 0).orElse(true))
                .sorted(Comparator.comparing(Place::of, ORDER))
                .limit(limit)
                .toList());
  }

  @Override
  public Map<FollowUpState, Integer> count(CaseId of) {
    return store.run(
        () ->
            all(of)
                .collect(
                    groupingBy(
                        tended -> tended.followUp().state(),
                        collectingAndThen(counting(), Math::toIntExact))));
  }

  @Override
  public Map<PersonId, Instant> isolated(CaseId of) {
    return store.run(
        () ->
            stored(of)
                .filter(followUp -> followUp.isolatedAt().isPresent())
                .collect(toMap(FollowUp::person, one -> one.isolatedAt().orElseThrow())));
  }

  @Override
  public Set<PersonId> settled(CaseId of) {
    return store.run(
        () ->
            stored(of)
                .filter(followUp -> followUp.state().isSettled())
                .map(FollowUp::person)
                .collect(toSet()));
  }

  @Override
  public Progress progress(CaseId of) {
    return store.run(
        () -> {
          List<Tended> listed = all(of).filter(tended -> tended.standing().isPresent()).toList();
          List<Instant> reached =
              listed.stream()
                  .flatMap(tended -> tended.followUp().reachedAt().stream())
                  .sorted()
                  .toList();
          return new Progress(
              listed.size(),
              reached.size(),
              reached.stream().findFirst(),
              reached.stream().max(Comparator.naturalOrder()));
        });
  }

  private Stream<FollowUp> stored(CaseId of) {
    return followUps.values().stream().filter(followUp -> followUp.of().equals(of));
  }

  private Stream<Tended> all(CaseId of) {
    List<Contact> contacts =
        lists.list(of, ContactLists.Filter.ALL, Optional.empty(), Integer.MAX_VALUE);
    Set<PersonId> listed = contacts.stream().map(Contact::person).collect(toSet());
    return Stream.concat(
        contacts.stream().map(contact -> tended(of, contact)),
        stored(of)
            .filter(followUp -> !listed.contains(followUp.person()))
            .map(followUp -> new Tended(followUp, Optional.empty())));
  }

  private Tended tended(CaseId of, Contact contact) {
    FollowUp followUp =
        followUps.getOrDefault(new Key(of, contact.person()), FollowUp.none(of, contact.person()));
    return new Tended(
        followUp,
        Optional.of(
            new Standing(
                contact.ring(),
                contact.grade(),
                contact.totalMinutes(),
                contact.staff(),
                contact.risk())));
  }
}
