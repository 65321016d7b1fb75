package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.application.cases.ContactLists.Filter;
import cn.venuepass.application.cases.ContactLists.Place;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.ContactChange;
import cn.venuepass.domain.cases.ContactChange.Standing;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.cases.Revision.Basis;
import cn.venuepass.domain.cases.Revision.Cause;
import cn.venuepass.domain.cases.Revision.RingCounts;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.Overlap;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link ContactLists}. */
public interface ContactListsContract extends StoreContract {
  List<ContactGrade> GRADES =
      List.of(ContactGrade.CERTAIN, ContactGrade.PROBABLE, ContactGrade.POSSIBLE);
  Comparator<Contact> RANKED =
      Comparator.comparing(Contact::ring)
          .thenComparing(Comparator.comparing(Contact::risk).reversed())
          .thenComparing(contact -> contact.person().value().toString());

  @Test
  default void aCaseWithoutRevisionsShouldHaveNoContacts() {
    CaseId of = aCase().id();
    assertThat(lists().latest(of)).isEmpty();
    assertThat(lists().revisions(of)).isEmpty();
    assertThat(lists().standings(of)).isEmpty();
    assertThat(lists().list(of, Filter.ALL, Optional.empty(), 9)).isEmpty();
    assertThat(lists().count(of, Filter.ALL)).isZero();
    assertThat(lists().changes(of, 1)).isEmpty();
  }

  @Test
  default void revisionsShouldBeKeptWithWhatChanged() {
    Case of = aCase();
    Contact stays = contact(1, ContactGrade.CERTAIN, 40, 3);
    Contact goes = contact(2, ContactGrade.POSSIBLE, 20, 1);
    List<ContactChange> came = List.of(added(stays), added(goes));
    Revision one = revision(of, 1, Set.of(Cause.OPENED));
    assertThat(lists().add(one, List.of(stays, goes), came)).isTrue();
    Contact regraded =
        new Contact(
            stays.person(), 1, ContactGrade.PROBABLE, stays.overlaps(), 40, false, stays.risk());
    List<ContactChange> changed =
        List.of(
            new ContactChange(
                stays.person(),
                Optional.of(new Standing(1, ContactGrade.CERTAIN)),
                Optional.of(new Standing(1, ContactGrade.PROBABLE))),
            new ContactChange(
                goes.person(),
                Optional.of(new Standing(2, ContactGrade.POSSIBLE)),
                Optional.empty()));
    Revision two = revision(of, 2, Set.of(Cause.STATEMENT, Cause.EVIDENCE));
    assertThat(lists().add(two, List.of(regraded), changed)).isTrue();
    assertThat(lists().latest(of.id())).contains(two);
    assertThat(lists().revisions(of.id())).containsExactly(two, one);
    assertThat(lists().changes(of.id(), 1)).containsExactlyInAnyOrderElementsOf(came);
    assertThat(lists().changes(of.id(), 2)).containsExactlyInAnyOrderElementsOf(changed);
    assertThat(all(of.id())).containsExactly(regraded);
    assertThat(lists().standings(of.id()))
        .isEqualTo(Map.of(stays.person(), new Standing(1, ContactGrade.PROBABLE)));
    assertThat(lists().find(of.id(), stays.person())).contains(regraded);
    assertThat(lists().find(of.id(), goes.person())).isEmpty();
    assertThat(lists().isOrWas(of.id(), stays.person())).isTrue();
    assertThat(lists().isOrWas(of.id(), goes.person())).isTrue();
    assertThat(lists().isOrWas(of.id(), contact(1, ContactGrade.CERTAIN, 40, 3).person()))
        .isFalse();
    assertThat(lists().isOrWas(aCase().id(), goes.person())).isFalse();
  }

  @Test
  default void ofTwoRevisionsWithOneNumberOneShouldWinWithAllItsContacts() {
    Case of = aCase();
    List<List<Contact>> lists =
        IntStream.range(0, 3).mapToObj(call -> some(50, new Random(call))).toList();
    List<Boolean> added =
        AtOnce.run(
            3,
            call ->
                lists()
                    .add(
                        revision(of, 1, Set.of(Cause.OPENED)),
                        lists.get(call),
                        lists.get(call).stream().map(ContactListsContract::added).toList()));
    assertThat(added).containsExactlyInAnyOrder(true, false, false);
    List<Contact> winner = lists.get(added.indexOf(true));
    assertThat(all(of.id())).containsExactlyInAnyOrderElementsOf(winner);
    assertThat(lists().changes(of.id(), 1)).hasSameSizeAs(winner);
    assertThat(lists().revisions(of.id())).hasSize(1);
  }

  @Test
  default void refreshShouldKeepTheRevisionAndReplaceTheContacts() {
    Case of = aCase();
    Contact before = contact(1, ContactGrade.CERTAIN, 40, 1);
    Revision one = revision(of, 1, Set.of(Cause.OPENED));
    assertThat(lists().refresh(one, List.of(before))).isFalse();
    assertThat(lists().add(one, List.of(before), List.of(added(before)))).isTrue();
    Contact longer =
        new Contact(
            before.person(), 1, ContactGrade.CERTAIN, before.overlaps(), 55, false, before.risk());
    assertThat(lists().refresh(one, List.of(longer))).isTrue();
    assertThat(lists().refresh(one, List.of(longer))).isTrue();
    assertThat(all(of.id())).containsExactly(longer);
    assertThat(lists().latest(of.id())).contains(one);
    assertThat(lists().add(revision(of, 2, Set.of(Cause.EVIDENCE)), List.of(longer), List.of()))
        .isTrue();
    assertThat(lists().refresh(one, List.of(before))).isFalse();
    assertThat(all(of.id())).containsExactly(longer);
  }

  @Test
  default void refreshShouldKeepWhoDidNotChange() {
    Case of = aCase();
    List<Contact> before = some(20, new Random(5));
    Revision one = revision(of, 1, Set.of(Cause.OPENED));
    assertThat(lists().add(one, before, List.of())).isTrue();
    List<Contact> after = new ArrayList<>(before.subList(1, 19));
    after.add(contact(1, ContactGrade.CERTAIN, 40, 1));
    Contact changed = after.remove(0);
    after.add(
        new Contact(
            changed.person(),
            changed.ring(),
            changed.grade(),
            changed.overlaps(),
            changed.totalMinutes() + 1,
            changed.staff(),
            changed.risk()));
    assertThat(lists().refresh(one, after)).isTrue();
    assertThat(all(of.id())).containsExactlyInAnyOrderElementsOf(after);
  }

  @Test
  default void severalShouldBeFoundAtOnce() {
    Case of = aCase();
    List<Contact> many = some(10, new Random(3));
    assertThat(lists().add(revision(of, 1, Set.of(Cause.OPENED)), many, List.of())).isTrue();
    List<Contact> wanted = many.subList(2, 5);
    List<PersonId> people = new ArrayList<>(wanted.stream().map(Contact::person).toList());
    people.add(new PersonId(UUID.randomUUID()));
    assertThat(lists().findAll(of.id(), people)).isEqualTo(wanted.stream().sorted(RANKED).toList());
    assertThat(lists().findAll(of.id(), List.of())).isEmpty();
    Case other = aCase();
    Case none = aCase();
    assertThat(lists().add(revision(other, 1, Set.of(Cause.OPENED)), many, List.of())).isTrue();
    assertThat(lists().rulesOf(List.of(of.id(), other.id(), none.id())))
        .isEqualTo(Map.of(of.id(), 3, other.id(), 3));
    assertThat(lists().rulesOf(List.of())).isEmpty();
  }

  @Test
  default void thousandsShouldComeInTheirOrderPageByPageAndAllAtOnce() {
    Case of = aCase();
    List<Contact> many = some(4_500, new Random(7));
    assertThat(lists().add(revision(of, 1, Set.of(Cause.OPENED)), many, List.of())).isTrue();
    List<Contact> ranked = many.stream().sorted(RANKED).toList();
    assertThat(all(of.id())).isEqualTo(ranked);
    List<Contact> paged = new ArrayList<>();
    Optional<Place> after = Optional.empty();
    do {
      List<Contact> page = lists().list(of.id(), Filter.ALL, after, 700);
      paged.addAll(page);
      after = page.stream().reduce((first, last) -> last).map(Place::of);
    } while (after.isPresent());
    assertThat(paged).isEqualTo(ranked);
    assertThat(lists().count(of.id(), Filter.ALL)).isEqualTo(many.size());
  }

  @Test
  default void listsShouldBeNarrowed() {
    Case of = aCase();
    List<Contact> many = some(200, new Random(11));
    assertThat(lists().add(revision(of, 1, Set.of(Cause.OPENED)), many, List.of())).isTrue();
    for (Filter filter :
        List.of(
            filter(Optional.of(2), Optional.empty(), Optional.empty(), Optional.empty()),
            filter(
                Optional.empty(),
                Optional.of(ContactGrade.PROBABLE),
                Optional.empty(),
                Optional.of(true)),
            filter(Optional.of(1), Optional.empty(), Optional.of(60), Optional.of(false)))) {
      List<Contact> expected = many.stream().filter(filter::takes).sorted(RANKED).toList();
      assertThat(expected).isNotEmpty().hasSizeLessThan(200);
      assertThat(lists().list(of.id(), filter, Optional.empty(), 500)).isEqualTo(expected);
      assertThat(lists().count(of.id(), filter)).isEqualTo(expected.size());
    }
  }

  private static Filter filter(
      Optional<Integer> ring,
      Optional<ContactGrade> grade,
      Optional<Integer> minutes,
      Optional<Boolean> staff) {
    return new Filter(ring, grade, minutes, staff);
  }

  private Case aCase() {
    return fixtures().aCase(fixtures().aCommunity());
  }

  private Revision revision(Case of, int number, Set<Cause> causes) {
    Instant now = clock().instant();
    return new Revision(
        of.id(),
        number,
        now.plusSeconds(number),
        causes,
        3,
        new Interval(now.minus(Duration.ofDays(4)), now),
        new RingCounts(1, 2),
        new RingCounts(3, 4),
        5,
        6,
        Basis.of(of, 7, Map.of(of.index(), now)));
  }

  private static ContactChange added(Contact contact) {
    return new ContactChange(
        contact.person(),
        Optional.empty(),
        Optional.of(new Standing(contact.ring(), contact.grade())));
  }

  private List<Contact> some(int number, Random random) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                contact(
                    1 + random.nextInt(2),
                    GRADES.get(random.nextInt(GRADES.size())),
                    10 * random.nextInt(12),
                    1 + random.nextInt(3)))
        .toList();
  }

  private Contact contact(int ring, ContactGrade grade, int minutes, int meetings) {
    Instant at = clock().instant().minus(Duration.ofDays(1));
    List<Overlap> overlaps =
        IntStream.range(0, meetings)
            .mapToObj(
                n ->
                    new Overlap(
                        new PersonId(UUID.randomUUID()),
                        new VenueId(UUID.randomUUID()),
                        new VenueName("塔里木宾馆"),
                        at.plusSeconds(3_600L * n),
                        at.plusSeconds(3_600L * n + 600),
                        10,
                        grade,
                        n % 2 == 0,
                        minutes % 20 == 0))
            .toList();
    return new Contact(
        new PersonId(UUID.randomUUID()),
        ring,
        grade,
        overlaps,
        minutes,
        minutes % 20 == 0,
        minutes * 100 / ring);
  }

  private List<Contact> all(CaseId of) {
    List<Contact> taken = new ArrayList<>();
    lists().each(of, taken::add);
    return taken;
  }

  private ContactLists lists() {
    return stores().contactLists();
  }
}
