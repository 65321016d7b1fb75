package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.audit.AuditLog;
import cn.venuepass.application.audit.AuditLog.Concerned;
import cn.venuepass.application.audit.AuditLog.Query;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.audit.Access;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.audit.AuditEventId;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link AuditLog}. */
public interface AuditLogContract extends StoreContract {
  PageRequest ALL = PageRequest.first(200);

  @Test
  default void anEventShouldComeBackAsItWasAdded() {
    Venue venue = fixtures().aVenue().add();
    List<PersonId> people = List.of(fixtures().aPerson().id(), fixtures().aPerson().id());
    AuditEvent look =
        added(Actor.manager(fixtures().anAccount()), look().at(venue).about(people).under("c-1"));
    assertThat(within(venue.details().community(), everything())).containsExactly(look);
    assertThat(look.deed().subjects()).hasSize(2);
  }

  @Test
  default void anEventShouldBelongToItsVenuesDivisionElseToThatOfItsActor() {
    Division top = fixtures().aDivision(Division.Level.HEADQUARTERS, Optional.empty());
    DivisionCode below =
        fixtures().aDivision(Division.Level.TERRITORY, Optional.of(top.code())).code();
    DivisionCode beside =
        fixtures().aDivision(Division.Level.TERRITORY, Optional.of(top.code())).code();
    DivisionCode community =
        fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(below)).code();
    Actor besides = staff(beside);
    AuditEvent there = added(besides, look().at(fixtures().aVenue().in(community).add()));
    AuditEvent own = added(besides, look());
    assertThat(within(community, everything())).containsExactly(there);
    assertThat(within(below, everything())).containsExactly(there);
    assertThat(within(beside, everything())).containsExactly(own);
    assertThat(within(top.code(), by(besides))).containsExactlyInAnyOrder(there, own);
  }

  @Test
  default void anEventOfNoDivisionShouldBeSeenFromARootOnly() {
    Division top = fixtures().aDivision(Division.Level.HEADQUARTERS, Optional.empty());
    DivisionCode below =
        fixtures().aDivision(Division.Level.TERRITORY, Optional.of(top.code())).code();
    Actor guardian = Actor.guardian(fixtures().anAccount());
    AuditEvent event = added(guardian, look());
    assertThat(within(top.code(), by(guardian))).containsExactly(event);
    assertThat(within(below, by(guardian))).isEmpty();
  }

  @Test
  default void eventsShouldBeFoundByEachOfTheirParts() {
    Venue venue = fixtures().aVenue().add();
    DivisionCode community = venue.details().community();
    AuditEvent first = added(Actor.manager(fixtures().anAccount()), look().at(venue).under("t-1"));
    clock().advance(Duration.ofMinutes(1));
    AuditEvent second =
        added(staff(community), Deed.of(AuditAction.VENUE_REMOVED, AuditPurpose.REVIEW));
    clock().advance(Duration.ofMinutes(1));
    Query all = everything();
    assertThat(within(community, all)).containsExactly(second, first);
    assertThat(within(community, query(all, first.at(), second.at()))).containsExactly(first);
    assertThat(within(community, by(second.actor()))).containsExactly(second);
    assertThat(within(community, of(AuditAction.VENUE_REMOVED))).containsExactly(second);
    assertThat(within(community, at(venue))).containsExactly(first);
    assertThat(within(community, under("t-1"))).containsExactly(first);
    assertThat(within(community, under("t-2"))).isEmpty();
  }

  @Test
  default void eventsShouldBePagedTheLatestFirst() {
    DivisionCode community = fixtures().aCommunity();
    List<AuditEvent> added = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      clock().advance(Duration.ofMillis(i % 2));
      added.add(0, added(staff(community), look().about(List.of(fixtures().aPerson().id()))));
    }
    List<AuditEvent> read = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(PageRequest.first(2));
    while (request.isPresent()) {
      Page<AuditEvent> page =
          stores().auditLog().list(Jurisdiction.of(community), everything(), request.get());
      read.addAll(page.items());
      request = page.next().map(next -> new PageRequest(2, Optional.of(next)));
    }
    assertThat(read).containsExactlyInAnyOrderElementsOf(added);
    assertThat(read).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
  }

  @Test
  default void anEventShouldVanishWithTheTransactionThatAddedIt() {
    DivisionCode community = fixtures().aCommunity();
    assertThatThrownBy(
            () ->
                stores()
                    .transactions()
                    .run(
                        () -> {
                          AuditEvent unused = added(staff(community), look());
                          throw new IllegalStateException("broken");
                        }))
        .hasMessage("broken");
    assertThat(within(community, everything())).isEmpty();
  }

  @Test
  default void somebodyShouldSeeTheLooksOfOthersSinceThen() {
    Venue venue = fixtures().aVenue().add();
    DivisionCode community = venue.details().community();
    AccountId own = fixtures().anAccount();
    PersonId me = fixtures().aPerson().id();
    PersonId member = fixtures().aPerson().id();
    PersonId other = fixtures().aPerson().id();
    AuditEvent early = added(staff(community), look().at(venue).about(List.of(me, member)));
    clock().advance(Duration.ofMinutes(1));
    AuditEvent late =
        added(
            Actor.manager(fixtures().anAccount()),
            look().at(venue).about(List.of(me, member, other)));
    AuditEvent decision =
        added(
            staff(community),
            Deed.of(AuditAction.DATA_REQUEST_DECIDED, AuditPurpose.DATA_REQUEST)
                .about(List.of(me)));
    AuditEvent mine = added(Actor.manager(own), look().about(List.of(me)));
    assertThat(decision.deed().action().isLook()).isFalse();
    assertThat(mine.actor().id()).contains(own.value());

    List<Concerned> people =
        List.of(new Concerned(me, early.at()), new Concerned(member, late.at()));
    Page<Access> seen = stores().auditLog().listAccesses(people, own, PageRequest.first(1));
    assertThat(seen.items()).extracting(access -> access.event().id()).containsExactly(late.id());
    Access latest = seen.items().get(0);
    assertThat(latest.people()).containsExactlyInAnyOrder(me, member);
    assertThat(latest.venueName()).contains(venue.details().name().text());
    assertThat(latest.divisionName()).isEmpty();
    Page<Access> rest =
        stores().auditLog().listAccesses(people, own, new PageRequest(5, seen.next()));
    assertThat(rest.items()).extracting(access -> access.event().id()).containsExactly(early.id());
    assertThat(rest.items().get(0).people()).containsExactly(me);
    assertThat(rest.items().get(0).divisionName()).contains("辖区" + community.text());
    assertThat(stores().auditLog().listAccesses(List.of(), own, ALL).items()).isEmpty();
  }

  private AuditEvent added(Actor actor, Deed deed) {
    var event = new AuditEvent(new AuditEventId(UUID.randomUUID()), clock().instant(), actor, deed);
    stores().auditLog().add(List.of(event));
    return event;
  }

  private List<AuditEvent> within(DivisionCode division, Query query) {
    return stores().auditLog().list(Jurisdiction.of(division), query, ALL).items();
  }

  private Query everything() {
    return new Query(
        clock().instant().minus(Duration.ofDays(1)),
        clock().instant().plusMillis(1),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Query query(Query query, Instant from, Instant to) {
    return new Query(from, to, query.actor(), query.action(), query.venue(), query.reference());
  }

  private Query by(Actor actor) {
    Query all = everything();
    return new Query(all.from(), all.to(), actor.id(), all.action(), all.venue(), all.reference());
  }

  private Query of(AuditAction action) {
    Query all = everything();
    return new Query(
        all.from(), all.to(), all.actor(), Optional.of(action), all.venue(), all.reference());
  }

  private Query at(Venue venue) {
    Query all = everything();
    return new Query(
        all.from(), all.to(), all.actor(), all.action(), Optional.of(venue.id()), all.reference());
  }

  private Query under(String reference) {
    Query all = everything();
    return new Query(
        all.from(), all.to(), all.actor(), all.action(), all.venue(), Optional.of(reference));
  }

  private static Deed look() {
    return Deed.of(AuditAction.PEOPLE_INSIDE_VIEWED, AuditPurpose.VENUE_OPERATION);
  }

  private static Actor staff(DivisionCode division) {
    return new Actor.OfStaff(new StaffId(UUID.randomUUID()), Role.REVIEWER, Optional.of(division));
  }
}
