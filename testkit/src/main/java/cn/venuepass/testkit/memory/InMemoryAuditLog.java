package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.audit.AuditLog;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.audit.Access;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.audit.AuditEventId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Division;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers who looked at whose data, and shows it to tests. */
public final class InMemoryAuditLog implements AuditLog {
  private final InMemoryStore store;
  private final InMemoryDivisionRepository divisions;
  private final InMemoryVenueRepository venues;
  private final Map<AuditEventId, AuditEvent> events;

  InMemoryAuditLog(
      InMemoryStore store, InMemoryDivisionRepository divisions, InMemoryVenueRepository venues) {
    this.store = store;
    this.divisions = divisions;
    this.venues = venues;
    this.events = store.table();
  }

  @Override
  public void add(List<AuditEvent> more) {
    store.run(
        () -> {
          more.forEach(event -> events.put(event.id(), event));
          return more;
        });
  }

  /** All events, in the order in which they were added. */
  public List<AuditEvent> events() {
    return store.run(() -> List.copyOf(events.values()));
  }

  @Override
  public Page<AuditEvent> list(Jurisdiction jurisdiction, Query query, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                events.values().stream()
                    .filter(event -> belongs(event, jurisdiction) && isAskedFor(event, query)),
                request,
                InMemoryAuditLog::cursor));
  }

  @Override
  public Page<Access> listAccesses(
      Collection<Concerned> people, AccountId except, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                    events.values().stream()
                        .filter(event -> event.deed().action().isLook())
                        .filter(event -> !event.actor().id().equals(Optional.of(except.value())))
                        .filter(event -> !concerned(event, people).isEmpty()),
                    request,
                    InMemoryAuditLog::cursor)
                .map(event -> access(event, concerned(event, people))));
  }

  private Access access(AuditEvent event, List<PersonId> people) {
    return new Access(
        new AuditEvent(event.id(), event.at(), event.actor(), event.deed().about(people)),
        event.deed().venue().flatMap(venues::findAny).map(venue -> venue.details().name().text()),
        event.actor().division().flatMap(divisions::find).map(Division::name));
  }

  private static List<PersonId> concerned(AuditEvent event, Collection<Concerned> people) {
    return people.stream()
        .filter(one -> !event.at().isBefore(one.since()))
        .map(Concerned::person)
        .filter(event.deed().subjects()::contains)
        .toList();
  }

  private boolean belongs(AuditEvent event, Jurisdiction jurisdiction) {
    return event
        .deed()
        .division()
        .map(division -> divisions.contains(jurisdiction, division))
        .orElseGet(() -> divisions.isRoot(jurisdiction));
  }

  private static boolean isAskedFor(AuditEvent event, Query query) {
    return !event.at().isBefore(query.from())
        && event.at().isBefore(query.to())
        && query
            .actor()
            .map(actor -> event.actor().id().filter(actor::equals).isPresent())
            .orElse(true)
        && query.action().map(action -> event.deed().action() == action).orElse(true)
        && query
            .venue()
            .map(venue -> event.deed().venue().filter(venue::equals).isPresent())
            .orElse(true)
        && query
            .reference()
            .map(reference -> event.deed().reference().filter(reference::equals).isPresent())
            .orElse(true);
  }

  private static Cursor cursor(AuditEvent event) {
    return new Cursor(event.at(), event.id().value());
  }
}
