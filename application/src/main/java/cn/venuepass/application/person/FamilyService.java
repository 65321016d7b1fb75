package cn.venuepass.application.person;

import static cn.venuepass.application.Denial.Plain.FAMILY_FULL;
import static cn.venuepass.application.Denial.Plain.FAMILY_MEMBER_EXISTS;
import static cn.venuepass.application.Denial.Plain.FAMILY_MEMBER_HAS_ACCOUNT;
import static cn.venuepass.application.Denial.Plain.IDENTITY_REQUIRED;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Days;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.Relation;
import cn.venuepass.domain.person.ResidentIdNumber;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

final class FamilyService implements LookAfterFamily {
  private final FamilyRepository family;
  private final AccountRepository accounts;
  private final PersonRepository people;
  private final PaperPassRepository papers;
  private final Lookups lookups;
  private final Creations creations;
  private final Transactions transactions;
  private final InstantSource clock;

  FamilyService(
      FamilyRepository family,
      AccountRepository accounts,
      PersonRepository people,
      PaperPassRepository papers,
      Lookups lookups,
      Creations creations,
      Transactions transactions,
      InstantSource clock) {
    this.family = family;
    this.accounts = accounts;
    this.people = people;
    this.papers = papers;
    this.lookups = lookups;
    this.creations = creations;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Result<FamilyMember> add(
      Caller.Resident guardian,
      ResidentIdNumber idNumber,
      PersonName name,
      Relation relation,
      Optional<CreationKey> key) {
    Optional<Consent> consent = accounts.find(guardian.account()).flatMap(Account::consent);
    if (guardian.person().isEmpty() || consent.isEmpty()) {
      return Result.denied(IDENTITY_REQUIRED);
    }
    return lookups
        .limited(guardian.account(), Limited.FAMILY_MEMBER_ADDED, 1)
        .flatMap(
            allowed -> {
              Person person = people.findOrAdd(idNumber, Optional.of(name));
              lookups.note(
                  Actor.guardian(allowed), person.id(), AuditPurpose.FAMILY, Optional.empty());
              return creations.once(
                  key,
                  id ->
                      link(
                          new FamilyLink(
                              new FamilyLinkId(id),
                              guardian.account(),
                              person.id(),
                              name,
                              relation,
                              consent.get(),
                              clock.instant()),
                          person),
                  id -> find(guardian, new FamilyLinkId(id)));
            });
  }

  @Override
  public List<FamilyMember> list(Caller.Resident guardian) {
    return members(family.listOf(guardian.account()));
  }

  @Override
  public Result<FamilyLinkId> remove(Caller.Resident guardian, FamilyLinkId member) {
    return transactions.attempt(
        () -> {
          Optional<FamilyLink> link = family.find(guardian.account(), member);
          if (link.isEmpty() || !family.remove(guardian.account(), member)) {
            return Result.denied(NOT_FOUND);
          }
          PersonId person = link.get().person();
          papers
              .findGood(person)
              .filter(pass -> pass.issuedBy().equals(guardian.account()))
              .ifPresent(pass -> papers.revoke(person, clock.instant()));
          return Result.done(member);
        });
  }

  private Result<FamilyMember> link(FamilyLink link, Person person) {
    if (accounts.hasAccount(person.id())) {
      return Result.denied(FAMILY_MEMBER_HAS_ACCOUNT);
    }
    return switch (family.add(link)) {
      case ADDED -> Result.done(member(link, person));
      case EXISTS -> Result.denied(FAMILY_MEMBER_EXISTS);
      case FULL -> Result.denied(FAMILY_FULL);
    };
  }

  private Result<FamilyMember> find(Caller.Resident guardian, FamilyLinkId id) {
    return Result.of(
        family
            .find(guardian.account(), id)
            .flatMap(link -> members(List.of(link)).stream().findFirst()),
        NOT_FOUND);
  }

  private List<FamilyMember> members(List<FamilyLink> links) {
    Map<PersonId, Person> known =
        people.findAll(links.stream().map(FamilyLink::person).toList()).stream()
            .collect(Collectors.toMap(Person::id, Function.identity()));
    return links.stream()
        .flatMap(
            link ->
                Optional.ofNullable(known.get(link.person())).stream()
                    .map(person -> member(link, person)))
        .toList();
  }

  private FamilyMember member(FamilyLink link, Person person) {
    ResidentIdNumber idNumber = person.idNumber();
    return new FamilyMember(
        link, idNumber.masked(), idNumber.isUnderFourteenOn(Days.of(clock.instant())));
  }
}
