package cn.venuepass.domain.audit;

import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/** Who did something that the audit log remembers, and as what. */
public sealed interface Actor {

  Kind kind();

  /** The id of the account. */
  Optional<UUID> id();

  /** As what: a resident's standing or the role of staff. */
  Optional<String> role();

  /** The division that somebody acts for, if for one. */
  Optional<DivisionCode> division();

  /** The kinds of actors. */
  enum Kind {
    RESIDENT,
    STAFF,
    SYSTEM
  }

  /** What a resident is to what they look at. */
  enum Standing {
    RESIDENT,
    GUARDIAN,
    APPLICANT,
    MANAGER
  }

  /** A resident's account. */
  record OfResident(AccountId account, Standing standing) implements Actor {
    @Override
    public Kind kind() {
      return Kind.RESIDENT;
    }

    @Override
    public Optional<UUID> id() {
      return Optional.of(account.value());
    }

    @Override
    public Optional<String> role() {
      return Optional.of(standing.name());
    }

    @Override
    public Optional<DivisionCode> division() {
      return Optional.empty();
    }
  }

  /**
   * A staff account.
   *
   * @param as the one of its roles in which it acts
   */
  record OfStaff(StaffId staff, Role as, Optional<DivisionCode> division) implements Actor {
    @Override
    public Kind kind() {
      return Kind.STAFF;
    }

    @Override
    public Optional<UUID> id() {
      return Optional.of(staff.value());
    }

    @Override
    public Optional<String> role() {
      return Optional.of(as.name());
    }
  }

  /** The service itself. */
  record OfSystem() implements Actor {
    @Override
    public Kind kind() {
      return Kind.SYSTEM;
    }

    @Override
    public Optional<UUID> id() {
      return Optional.empty();
    }

    @Override
    public Optional<String> role() {
      return Optional.empty();
    }

    @Override
    public Optional<DivisionCode> division() {
      return Optional.empty();
    }
  }

  static Actor guardian(AccountId account) {
    return new OfResident(account, Standing.GUARDIAN);
  }

  static Actor applicant(AccountId account) {
    return new OfResident(account, Standing.APPLICANT);
  }

  /** Somebody who does a manager's work at a venue, which its applicant may too. */
  static Actor manager(AccountId account) {
    return new OfResident(account, Standing.MANAGER);
  }

  /** A member of staff who acts for themselves, in whatever role is theirs. */
  static Actor staff(Caller.Staff caller) {
    return staff(caller.account());
  }

  static Actor staff(StaffAccount account) {
    Role role = account.roles().stream().min(Comparator.naturalOrder()).orElseThrow();
    return new OfStaff(account.id(), role, divisionOf(account.jurisdiction()));
  }

  static Actor staff(Caller.Staff caller, Role role) {
    return new OfStaff(caller.account().id(), role, divisionOf(caller.account().jurisdiction()));
  }

  private static Optional<DivisionCode> divisionOf(Jurisdiction jurisdiction) {
    return jurisdiction instanceof Jurisdiction.OfDivision own
        ? Optional.of(own.division())
        : Optional.empty();
  }
}
