package cn.venuepass.application.audit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.audit.Access;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The log of who looked at whose data and what staff did. Events are only ever added. */
public interface AuditLog {

  /**
   * Adds the events, all or none. Inside a transaction they are part of it; else they are stored
   * durably when this returns.
   */
  void add(List<AuditEvent> events);

  /**
   * The events that belong to the jurisdiction, the latest first; those that belong to no division
   * are seen from a root of the tree only.
   */
  Page<AuditEvent> list(Jurisdiction jurisdiction, Query query, PageRequest request);

  /**
   * The looks at these people's data, the latest first.
   *
   * @param except the account whose own looks are left out
   */
  Page<Access> listAccesses(Collection<Concerned> people, AccountId except, PageRequest request);

  /**
   * Which events are asked for.
   *
   * @param from with {@code to} a half-open interval
   * @param actor the id of a resident's or staff account
   */
  record Query(
      Instant from,
      Instant to,
      Optional<UUID> actor,
      Optional<AuditAction> action,
      Optional<VenueId> venue,
      Optional<String> reference) {

    /** The same of that member of staff; nothing is left if another actor is asked for. */
    Optional<Query> byStaff(StaffId staff) {
      UUID other = staff.value();
      return actor.filter(asked -> !asked.equals(other)).isPresent()
          ? Optional.empty()
          : Optional.of(new Query(from, to, Optional.of(other), action, venue, reference));
    }
  }

  /** Somebody whose data was looked at, at that time or later. */
  record Concerned(PersonId person, Instant since) {}
}
