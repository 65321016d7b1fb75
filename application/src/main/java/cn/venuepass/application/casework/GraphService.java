package cn.venuepass.application.casework;

import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.Result;
import cn.venuepass.application.cases.CaseAccess;
import cn.venuepass.application.cases.CaseJournal;
import cn.venuepass.application.cases.CasePeople;
import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.application.followup.FollowUps;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class GraphService implements ViewGraph {
  private static final int SLICE = 500;

  private final CaseAccess access;
  private final ContactLists lists;
  private final FollowUps followUps;
  private final CasePeople people;
  private final CaseJournal journal;

  GraphService(
      CaseAccess access,
      ContactLists lists,
      FollowUps followUps,
      CasePeople people,
      CaseJournal journal) {
    this.access = access;
    this.lists = lists;
    this.followUps = followUps;
    this.people = people;
    this.journal = journal;
  }

  @Override
  public Result<Graph> view(Caller.Staff member, CaseId of, int limit) {
    if (limit < 1 || limit > MOST_NODES) {
      throw new InvalidValue("limit", Rule.OUT_OF_RANGE);
    }
    return access.toLook(member, of).map(found -> draw(member, found, best(of, limit)));
  }

  private Graph draw(Caller.Staff member, Case found, List<Contact> contacts) {
    List<PersonId> shown =
        Stream.concat(Stream.of(found.index()), contacts.stream().map(Contact::person)).toList();
    Set<PersonId> drawn = Set.copyOf(shown);
    var labels = people.masked(shown);
    var states = states(found.id(), shown);
    var index =
        new Node(
            found.index(),
            labels.apply(found.index()),
            0,
            Optional.empty(),
            false,
            Optional.empty());
    journal.noteLook(member, found, AuditAction.CASE_GRAPH_VIEWED, shown);
    return new Graph(
        found.drill(),
        Stream.concat(
                Stream.of(index),
                contacts.stream()
                    .map(
                        contact ->
                            new Node(
                                contact.person(),
                                labels.apply(contact.person()),
                                contact.ring(),
                                Optional.of(contact.grade()),
                                contact.staff(),
                                Optional.ofNullable(states.get(contact.person())))))
            .toList(),
        contacts.stream()
            .flatMap(
                contact ->
                    contact.overlaps().stream()
                        .filter(overlap -> drawn.contains(overlap.via()))
                        .map(overlap -> new Edge(contact.person(), overlap)))
            .toList(),
        Math.max(0, lists.count(found.id(), ContactLists.Filter.ALL) - contacts.size()));
  }

  private List<Contact> best(CaseId of, int limit) {
    List<Contact> best = new ArrayList<>();
    List<Contact> slice;
    do {
      int wanted = Math.min(SLICE, limit - best.size());
      Optional<ContactLists.Place> after =
          best.isEmpty()
              ? Optional.empty()
              : Optional.of(ContactLists.Place.of(best.get(best.size() - 1)));
      slice = lists.list(of, ContactLists.Filter.ALL, after, wanted);
      best.addAll(slice);
    } while (slice.size() == SLICE && best.size() < limit);
    return best;
  }

  private Map<PersonId, FollowUpState> states(CaseId of, List<PersonId> shown) {
    return followUps.findAll(of, shown).stream()
        .collect(toMap(one -> one.followUp().person(), one -> one.followUp().state()));
  }
}
