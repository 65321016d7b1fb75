package cn.venuepass.application.person;

import static cn.venuepass.application.Denial.Plain.IDENTITY_ALREADY_BOUND;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;
import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PhoneNumber;
import java.time.InstantSource;
import java.util.Optional;

final class IdentityService implements RegisterIdentity, ViewProfile {
  private final AccountRepository accounts;
  private final PersonRepository people;
  private final PaperPassRepository papers;
  private final Lookups lookups;
  private final WeChatPhone weChatPhone;
  private final Transactions transactions;
  private final InstantSource clock;

  IdentityService(
      AccountRepository accounts,
      PersonRepository people,
      PaperPassRepository papers,
      Lookups lookups,
      WeChatPhone weChatPhone,
      Transactions transactions,
      InstantSource clock) {
    this.accounts = accounts;
    this.people = people;
    this.papers = papers;
    this.lookups = lookups;
    this.weChatPhone = weChatPhone;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Result<Profile> view(AccountId id) {
    return Result.of(accounts.find(id), NOT_FOUND)
        .map(account -> new Profile(account, account.person().flatMap(people::find)));
  }

  @Override
  public Result<Profile> register(AccountId id, Identity identity) {
    return lookups
        .limited(id, Limited.IDENTITY_CLAIMED, 1)
        .flatMap(allowed -> number(identity.phone()))
        .flatMap(phone -> claim(id, identity, phone));
  }

  private Result<PhoneNumber> number(Phone phone) {
    return phone instanceof Phone.SharedByWeChat shared
        ? weChatPhone.phoneOf(shared.code()).fold(Result::done, IdentityService::noPhone)
        : Result.done(((Phone.Typed) phone).number());
  }

  /** The caller is signed in; it is the code of which nobody knows a phone. */
  private static Result<PhoneNumber> noPhone(Denial denial) {
    return Result.denied(denial == SIGN_IN_FAILED ? UNKNOWN_CODE : denial);
  }

  private Result<Profile> claim(AccountId id, Identity identity, PhoneNumber phone) {
    return transactions.attempt(
        () ->
            view(id)
                .flatMap(
                    known ->
                        isSomebodyElse(known, identity)
                            ? Result.denied(IDENTITY_ALREADY_BOUND)
                            : bind(id, identity, phone)));
  }

  private static boolean isSomebodyElse(Profile known, Identity identity) {
    return known.person().filter(p -> !p.idNumber().equals(identity.idNumber())).isPresent();
  }

  private Result<Profile> bind(AccountId id, Identity identity, PhoneNumber phone) {
    Person known = people.findOrAdd(identity.idNumber(), Optional.of(identity.name()));
    if (!accounts.bind(id, known.id(), identity.consent(), clock.instant())) {
      return Result.denied(IDENTITY_ALREADY_BOUND);
    }
    boolean unused = papers.revoke(known.id(), clock.instant());
    var person =
        new Person(
            known.id(), identity.idNumber(), Optional.of(identity.name()), Optional.of(phone));
    people.update(person);
    var account = new Account(id, Optional.of(person.id()), Optional.of(identity.consent()));
    return Result.done(new Profile(account, Optional.of(person)));
  }
}
