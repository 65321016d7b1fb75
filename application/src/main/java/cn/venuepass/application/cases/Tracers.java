package cn.venuepass.application.cases;

import static java.util.stream.Collectors.toSet;

import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.application.access.StaffRepository.Credentials;
import cn.venuepass.application.venue.Jurisdictions;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.Collection;
import java.util.Set;

/** Who can work on a case: tracers whose account works and who answer for its division. */
final class Tracers {
  private static final int MOST_MEMBERS = 100;

  private final StaffRepository staff;
  private final Jurisdictions jurisdictions;

  Tracers(StaffRepository staff, Jurisdictions jurisdictions) {
    this.staff = staff;
    this.jurisdictions = jurisdictions;
  }

  /** The tracer with that name. */
  StaffAccount find(String field, Username username) {
    return staff
        .findCredentials(username)
        .map(Credentials::account)
        .filter(Tracers::traces)
        .orElseThrow(() -> new InvalidValue(field, Rule.UNKNOWN));
  }

  /** The tracers with these names, all of whom answer for the division. */
  Set<StaffId> of(String field, Collection<Username> usernames, DivisionCode division) {
    if (usernames.size() > MOST_MEMBERS) {
      throw new InvalidValue(field, Rule.TOO_MANY);
    }
    return usernames.stream()
        .map(username -> find(field, username))
        .map(
            account -> {
              if (!answersFor(account, division)) {
                throw new InvalidValue(field, Rule.UNKNOWN);
              }
              return account.id();
            })
        .collect(toSet());
  }

  /** Those of them who answer for the division. */
  Set<StaffId> thoseOf(Collection<StaffId> members, DivisionCode division) {
    return members.stream()
        .filter(
            member ->
                staff
                    .find(member)
                    .filter(Tracers::traces)
                    .filter(account -> answersFor(account, division))
                    .isPresent())
        .collect(toSet());
  }

  private boolean answersFor(StaffAccount account, DivisionCode division) {
    return jurisdictions.covers(account.jurisdiction(), Jurisdiction.of(division));
  }

  private static boolean traces(StaffAccount account) {
    return account.enabled() && account.roles().contains(Role.TRACER);
  }
}
