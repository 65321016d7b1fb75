package cn.venuepass.application.cases;

import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.ContactChange;
import cn.venuepass.domain.cases.ContactChange.Standing;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.ContactGrade;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The contacts of cases: the list as it is, and how it came to be so. */
public interface ContactLists {

  Optional<Revision> latest(CaseId of);

  /** The version of the rules that the latest revision of each case follows; of those with one. */
  Map<CaseId, Integer> rulesOf(Collection<CaseId> cases);

  /** All revisions, the latest first. */
  List<Revision> revisions(CaseId of);

  /** What changed with that revision, in no order. */
  List<ContactChange> changes(CaseId of, int revision);

  /**
   * Makes a list the case's next revision.
   *
   * @param contacts all contacts that it has
   * @return false, with nothing changed, when the case has a revision of that number already, also
   *     of concurrent calls
   */
  boolean add(Revision next, List<Contact> contacts, List<ContactChange> changes);

  /**
   * Keeps the latest revision and stores overlaps, minutes and risks anew, where neither rings nor
   * grades changed.
   *
   * @return false, with nothing changed, when that is not the latest one any more
   */
  boolean refresh(Revision latest, List<Contact> contacts);

  /** How all contacts of the latest revision stand. */
  Map<PersonId, Standing> standings(CaseId of);

  /** Hands over all contacts of the latest revision in their order, without holding all at once. */
  void each(CaseId of, Consumer<Contact> taker);

  /** A part of the list, by ring, then the highest risk first, then the person's id as text. */
  List<Contact> list(CaseId of, Filter filter, Optional<Place> after, int limit);

  /** How many there are. */
  int count(CaseId of, Filter filter);

  /** Whether the person is a contact of the case, or was one in an earlier revision. */
  boolean isOrWas(CaseId of, PersonId person);

  /** The contact, if the person is one now. */
  Optional<Contact> find(CaseId of, PersonId person);

  /** Those of the people who are contacts now, in the list's order. */
  List<Contact> findAll(CaseId of, Collection<PersonId> people);

  /** Which contacts are listed; what is absent does not narrow. */
  record Filter(
      Optional<Integer> ring,
      Optional<ContactGrade> grade,
      Optional<Integer> minimumMinutes,
      Optional<Boolean> staff) {
    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public boolean takes(Contact contact) {
      return ring.filter(wanted -> wanted != contact.ring()).isEmpty()
          && grade.filter(wanted -> wanted != contact.grade()).isEmpty()
          && minimumMinutes.filter(least -> contact.totalMinutes() < least).isEmpty()
          && staff.filter(wanted -> wanted != contact.staff()).isEmpty();
    }
  }

  /** Where a list goes on: after that place in its order. */
  record Place(int ring, int risk, PersonId person) {
    public static Place of(Contact contact) {
      return new Place(contact.ring(), contact.risk(), contact.person());
    }
  }
}
