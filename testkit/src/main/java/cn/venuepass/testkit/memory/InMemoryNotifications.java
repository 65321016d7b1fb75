package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.notification.DeadLetter;
import cn.venuepass.application.notification.ListedNotification;
import cn.venuepass.application.notification.NotificationRepository;
import cn.venuepass.application.notification.Outbox;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.Dispatch;
import cn.venuepass.domain.notification.Notification;
import cn.venuepass.domain.notification.NotificationId;
import cn.venuepass.domain.notification.Recipient;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class InMemoryNotifications implements Outbox, NotificationRepository {
  private final InMemoryStore store;
  private final InMemoryVenueRepository venues;
  private final InMemoryDivisionRepository divisions;
  private final Map<NotificationId, Row> rows;

  InMemoryNotifications(
      InMemoryStore store, InMemoryVenueRepository venues, InMemoryDivisionRepository divisions) {
    this.store = store;
    this.venues = venues;
    this.divisions = divisions;
    this.rows = store.table();
  }

  @Override
  public void addAll(List<Notification> notifications) {
    store.run(
        () -> {
          notifications.forEach(this::add);
          return notifications.size();
        });
  }

  @Override
  public void add(Notification notification) {
    store.run(
        () ->
            rows.put(
                notification.id(),
                new Row(
                    notification,
                    Dispatch.first(notification.dueAt()),
                    Optional.empty(),
                    Optional.empty())));
  }

  @Override
  public void withdraw(UUID dependsOn, Instant now) {
    store.run(
        () ->
            rows.values()
                .removeIf(
                    row ->
                        row.notification().notice().dependsOn().equals(Optional.of(dependsOn))
                            && row.notification().dueAt().isAfter(now)));
  }

  @Override
  public List<Claim> claim(Carrier carrier, int most, Instant now, Instant until) {
    UUID lease = UUID.randomUUID();
    return store.run(
        () -> {
          List<Row> due =
              rows.values().stream()
                  .filter(row -> row.dispatch().state() == Dispatch.State.WAITING)
                  .filter(row -> row.dispatch().carrier() == carrier)
                  .filter(row -> !row.dispatch().nextAt().isAfter(now))
                  .sorted(Comparator.comparing((Row row) -> row.dispatch().nextAt()))
                  .limit(most)
                  .map(row -> row.taken(lease, until))
                  .toList();
          due.forEach(row -> rows.put(row.notification().id(), row));
          return due.stream()
              .map(row -> new Claim(row.notification(), row.dispatch(), lease, until))
              .toList();
        });
  }

  @Override
  public boolean settle(Claim claim, Dispatch next) {
    return store.run(
        () -> {
          Optional<Row> row =
              Optional.ofNullable(rows.get(claim.notification().id()))
                  .filter(known -> known.lease().equals(Optional.of(claim.lease())));
          row.ifPresent(known -> rows.put(known.notification().id(), known.at(next)));
          return row.isPresent();
        });
  }

  @Override
  public Page<ListedNotification> listFor(
      AccountId account, Optional<PersonId> person, Instant now, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                rows.values().stream()
                    .filter(row -> row.isDueFor(account, person, now))
                    .map(
                        row ->
                            new ListedNotification(
                                row.notification(),
                                venueOf(row).map(venue -> venue.details().name()),
                                row.readAt())),
                request,
                listed ->
                    new Cursor(listed.notification().dueAt(), listed.notification().id().value())));
  }

  @Override
  public boolean markRead(
      NotificationId notification, AccountId account, Optional<PersonId> person, Instant now) {
    return store.run(
        () -> {
          Optional<Row> row =
              Optional.ofNullable(rows.get(notification))
                  .filter(known -> known.isDueFor(account, person, now));
          row.ifPresent(known -> rows.put(notification, known.read(now)));
          return row.isPresent();
        });
  }

  @Override
  public Page<DeadLetter> listDead(Jurisdiction jurisdiction, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                rows.values().stream()
                    .filter(row -> isDeadWithin(row, jurisdiction))
                    .map(Row::deadLetter),
                request,
                letter -> new Cursor(letter.dueAt(), letter.id().value())));
  }

  @Override
  public boolean revive(NotificationId letter, Jurisdiction jurisdiction, Dispatch next) {
    return store.run(
        () -> {
          Optional<Row> row =
              Optional.ofNullable(rows.get(letter))
                  .filter(known -> isDeadWithin(known, jurisdiction));
          row.ifPresent(known -> rows.put(letter, known.at(next)));
          return row.isPresent();
        });
  }

  /** Those about no venue lie at the root of the tree. */
  private boolean isDeadWithin(Row row, Jurisdiction jurisdiction) {
    boolean within =
        row.notification().notice().about().isPresent()
            ? venueOf(row)
                .filter(venue -> divisions.contains(jurisdiction, venue.details().community()))
                .isPresent()
            : divisions.isRoot(jurisdiction);
    return within && row.dispatch().state() == Dispatch.State.DEAD;
  }

  private Optional<Venue> venueOf(Row row) {
    Optional<VenueId> venue = row.notification().notice().about();
    return venue.flatMap(venues::findAny);
  }

  private record Row(
      Notification notification,
      Dispatch dispatch,
      Optional<UUID> lease,
      Optional<Instant> readAt) {

    Row taken(UUID by, Instant until) {
      var kept = new Dispatch(dispatch.state(), dispatch.carrier(), dispatch.tries(), until);
      return new Row(notification, kept, Optional.of(by), readAt);
    }

    Row at(Dispatch next) {
      return new Row(notification, next, Optional.empty(), readAt);
    }

    Row read(Instant now) {
      return new Row(notification, dispatch, lease, readAt.or(() -> Optional.of(now)));
    }

    boolean isDueFor(AccountId account, Optional<PersonId> person, Instant now) {
      boolean theirs =
          notification.to() instanceof Recipient.OfPerson of
              ? person.equals(Optional.of(of.person()))
              : notification.to().equals(new Recipient.OfAccount(account));
      return theirs && !notification.dueAt().isAfter(now);
    }

    DeadLetter deadLetter() {
      return new DeadLetter(
          notification.id(),
          notification.notice().kind(),
          notification.notice().about(),
          dispatch.carrier(),
          dispatch.tries(),
          notification.dueAt(),
          dispatch.nextAt());
    }
  }
}
