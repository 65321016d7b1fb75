package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.followup.ExposureNotices;
import cn.venuepass.application.followup.FollowUps;
import cn.venuepass.application.followup.FollowUps.Filter;
import cn.venuepass.application.followup.FollowUps.Place;
import cn.venuepass.application.followup.FollowUps.Tended;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.followup.FollowUp;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.followup.FollowUpStep;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link FollowUps} and {@link ExposureNotices}. */
public interface FollowUpsContract extends StoreContract {
  StaffId MEMBER = new StaffId(UUID.fromString("00000000-0000-7000-8000-00000000f011"));
  StaffId OTHER = new StaffId(UUID.fromString("00000000-0000-7000-8000-00000000f012"));

  @Test
  default void everyContactShouldHaveAFollowUpAndNobodyElse() {
    Case of = aCase();
    List<PersonId> people = contacts(of, 10, 30, 20);
    PersonId stranger = fixtures().aPerson().id();
    assertThat(people(followUps().list(of.id(), Filter.ALL, Optional.empty(), 9)))
        .containsExactly(people.get(1), people.get(2), people.get(0));
    assertThat(followUps().findAll(of.id(), List.of(people.get(0), stranger)))
        .extracting(Tended::followUp)
        .containsExactly(FollowUp.none(of.id(), people.get(0)));
    assertThat(followUps().findAll(of.id(), List.of())).isEmpty();
    assertThat(followUps().list(aCase().id(), Filter.ALL, Optional.empty(), 9)).isEmpty();
  }

  @Test
  default void aStepShouldBeKeptWithEachFollowUp() {
    Case of = aCase();
    List<PersonId> people = contacts(of, 20, 10);
    Instant at = now().minusSeconds(60);
    List<FollowUp> assigned =
        people.stream()
            .map(person -> FollowUp.none(of.id(), person).inHandsOf(Optional.of(MEMBER)))
            .toList();
    assertThat(followUps().store(assigned, step(FollowUpState.ASSIGNED, now(), "甲"))).isEqualTo(2);
    FollowUp isolated = assigned.get(0).after(FollowUpState.ISOLATED, at, now());
    assertThat(followUps().store(List.of(isolated), step(FollowUpState.ISOLATED, at, "乙")))
        .isEqualTo(1);
    assertThat(followUps().findAll(of.id(), people))
        .extracting(Tended::followUp)
        .containsExactlyInAnyOrder(isolated, assigned.get(1));
    assertThat(followUps().stepsOf(of.id(), people.get(0)))
        .containsExactly(
            stepOf(FollowUpState.ASSIGNED, now(), "甲"), stepOf(FollowUpState.ISOLATED, at, "乙"));
    assertThat(followUps().stepsOf(of.id(), people.get(1))).hasSize(1);
    assertThat(followUps().isolated(of.id())).isEqualTo(Map.of(people.get(0), at));
    assertThat(followUps().settled(of.id())).containsExactly(people.get(0));
    assertThat(followUps().count(of.id()))
        .isEqualTo(Map.of(FollowUpState.ISOLATED, 1, FollowUpState.ASSIGNED, 1));
  }

  @Test
  default void aStepFromWhatIsPastShouldChangeNothing() {
    Case of = aCase();
    PersonId person = contacts(of, 10).get(0);
    FollowUp none = FollowUp.none(of.id(), person);
    FollowUp called = none.after(FollowUpState.CALLED, now(), now());
    assertThat(store(called)).isEqualTo(1);
    assertThat(store(none.after(FollowUpState.RELEASED, now(), now()))).isZero();
    FollowUp isolated = called.after(FollowUpState.ISOLATED, now(), now());
    assertThat(store(isolated)).isEqualTo(1);
    assertThat(store(called.after(FollowUpState.RELEASED, now(), now()))).isZero();
    assertThat(followUps().findAll(of.id(), List.of(person)))
        .extracting(Tended::followUp)
        .containsExactly(isolated);
    assertThat(followUps().stepsOf(of.id(), person)).hasSize(2);
  }

  @Test
  default void ofConcurrentStepsOneShouldBeStored() {
    Case of = aCase();
    PersonId person = contacts(of, 10).get(0);
    FollowUp next = FollowUp.none(of.id(), person).after(FollowUpState.CALLED, now(), now());
    List<Integer> stored = AtOnce.run(6, i -> store(next));
    assertThat(stored.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    assertThat(followUps().stepsOf(of.id(), person)).hasSize(1);
  }

  @Test
  default void whoIsListedNoLongerShouldKeepTheirFollowUpBehindTheOthers() {
    Case of = aCase();
    List<PersonId> people = contacts(of, 20, 10);
    FollowUp inVain =
        FollowUp.none(of.id(), people.get(0)).after(FollowUpState.NOT_REACHED, now(), now());
    assertThat(store(inVain)).isEqualTo(1);
    Person left = stores().people().find(people.get(1)).orElseThrow();
    var unused = fixtures().aContactList(of, 2, List.of(fixtures().aContact(of, left, 10)));
    List<Tended> all = followUps().list(of.id(), Filter.ALL, Optional.empty(), 9);
    assertThat(people(all)).containsExactly(people.get(1), people.get(0));
    assertThat(all.get(1)).isEqualTo(new Tended(inVain, Optional.empty()));
    assertThat(followUps().list(of.id(), Filter.WAITING, Optional.empty(), 9)).hasSize(1);
    assertThat(followUps().findAll(of.id(), people)).hasSize(2);
    assertThat(followUps().count(of.id()))
        .isEqualTo(Map.of(FollowUpState.NOT_REACHED, 1, FollowUpState.NEW, 1));
    assertThat(followUps().progress(of.id()).contacts()).isEqualTo(1);
  }

  @Test
  default void theListShouldGoOnAfterAnyPlace() {
    Case of = aCase();
    List<PersonId> people = contacts(of, 10, 10, 10, 40, 30, 20);
    assertThat(store(none(of, people.get(3)).after(FollowUpState.RELEASED, now(), now())))
        .isEqualTo(1);
    assertThat(store(none(of, people.get(4)).after(FollowUpState.CALLED, now(), now())))
        .isEqualTo(1);
    assertThat(store(none(of, people.get(0)).after(FollowUpState.ISOLATED, now(), now())))
        .isEqualTo(1);
    List<Tended> whole = followUps().list(of.id(), Filter.ALL, Optional.empty(), 9);
    List<Tended> pieces = new ArrayList<>();
    Optional<Place> after = Optional.empty();
    do {
      List<Tended> piece = followUps().list(of.id(), Filter.ALL, after, 1);
      pieces.addAll(piece);
      after = piece.stream().map(Place::of).findFirst();
    } while (after.isPresent());
    assertThat(pieces).isEqualTo(whole);
    List<PersonId> equals =
        List.of(people.get(1), people.get(2)).stream()
            .sorted((one, other) -> text(one).compareTo(text(other)))
            .toList();
    assertThat(people(whole))
        .containsExactly(
            people.get(5),
            equals.get(0),
            equals.get(1),
            people.get(4),
            people.get(0),
            people.get(3));
  }

  @Test
  default void filtersShouldNarrowTheList() {
    Case of = aCase();
    List<PersonId> people = contacts(of, 30, 20, 10);
    assertThat(store(none(of, people.get(0)).inHandsOf(Optional.of(MEMBER)))).isEqualTo(1);
    FollowUp handed = none(of, people.get(1)).inHandsOf(Optional.of(OTHER));
    assertThat(store(handed)).isEqualTo(1);
    assertThat(store(handed.after(FollowUpState.CALLED, now(), now()))).isEqualTo(1);
    assertThat(listed(of, Filter.inHandsOf(OTHER))).containsExactly(people.get(1));
    assertThat(listed(of, Filter.WAITING)).containsExactly(people.get(2));
    assertThat(listed(of, new Filter(Optional.empty(), Optional.empty(), false, true)))
        .containsExactly(people.get(0), people.get(2));
    for (FollowUpState state : List.of(FollowUpState.CALLED, FollowUpState.ISOLATED)) {
      var filter = new Filter(Optional.of(state), Optional.empty(), false, false);
      assertThat(listed(of, filter)).hasSize(state == FollowUpState.CALLED ? 1 : 0);
    }
  }

  @Test
  default void progressShouldTellWhenTheFirstAndWhenAllWereReached() {
    Case of = aCase();
    List<PersonId> people = contacts(of, 30, 20);
    assertThat(followUps().progress(of.id()).first()).isEmpty();
    Instant first = now();
    assertThat(store(none(of, people.get(0)).after(FollowUpState.CALLED, first, now())))
        .isEqualTo(1);
    assertThat(followUps().progress(of.id()).first()).contains(first);
    assertThat(followUps().progress(of.id()).allReachedAt()).isEmpty();
    clock().advance(Duration.ofMinutes(7));
    assertThat(store(none(of, people.get(1)).after(FollowUpState.CALLED, now(), now())))
        .isEqualTo(1);
    assertThat(followUps().progress(of.id()).first()).contains(first);
    assertThat(followUps().progress(of.id()).allReachedAt()).contains(now());
  }

  @Test
  default void whoHasAnAccountShouldBeMarkedAsToldOnce() {
    Case of = aCase();
    Person holder = fixtures().aPerson();
    Person without = fixtures().aPerson();
    assertThat(
            stores()
                .accounts()
                .bind(fixtures().anAccount(), holder.id(), new Consent("2026-1"), now()))
        .isTrue();
    List<PersonId> both = List.of(holder.id(), without.id());
    List<List<PersonId>> told =
        AtOnce.run(4, i -> stores().exposureNotices().mark(of.id(), both, now()));
    assertThat(told.stream().flatMap(List::stream)).containsExactly(holder.id());
    assertThat(stores().exposureNotices().told(of.id(), both)).containsExactly(holder.id());
    assertThat(stores().exposureNotices().mark(of.id(), List.of(), now())).isEmpty();
    assertThat(stores().exposureNotices().mark(aCase().id(), both, now()))
        .containsExactly(holder.id());
  }

  private Case aCase() {
    return fixtures().aCase(fixtures().aCommunity(), MEMBER, OTHER);
  }

  /** Contacts of so many minutes each, in that order. */
  private List<PersonId> contacts(Case of, int... minutes) {
    List<Contact> all =
        IntStream.of(minutes)
            .mapToObj(each -> fixtures().aContact(of, fixtures().aPerson(), each))
            .toList();
    var unused = fixtures().aContactList(of, 1, all);
    return all.stream().map(Contact::person).toList();
  }

  private static FollowUp none(Case of, PersonId person) {
    return FollowUp.none(of.id(), person);
  }

  private static String text(PersonId person) {
    return person.value().toString();
  }

  private int store(FollowUp next) {
    return followUps().store(List.of(next), step(next.state(), now(), "样本"));
  }

  private List<PersonId> listed(Case of, Filter filter) {
    return people(followUps().list(of.id(), filter, Optional.empty(), 9));
  }

  private static List<PersonId> people(List<Tended> all) {
    return all.stream().map(tended -> tended.followUp().person()).toList();
  }

  private FollowUpStep step(FollowUpState told, Instant at, String note) {
    return new FollowUpStep(told, at, now(), OTHER, Optional.empty(), Optional.of(note));
  }

  /** The same as it is stored: with whoever looks after the person then. */
  private FollowUpStep stepOf(FollowUpState told, Instant at, String note) {
    return new FollowUpStep(told, at, now(), OTHER, Optional.of(MEMBER), Optional.of(note));
  }

  private Instant now() {
    return clock().instant();
  }

  private FollowUps followUps() {
    return stores().followUps();
  }
}
