package cn.venuepass.application.audit;

import cn.venuepass.domain.audit.AuditEntry;
import cn.venuepass.domain.audit.AuditHead;
import cn.venuepass.domain.audit.AuditSeal;
import java.util.List;
import java.util.Optional;

/** The chain of seals over the audit log. */
public interface AuditChain {

  /**
   * The end of the chain, which is the caller's alone until its transaction ends; others wait.
   *
   * @throws IllegalStateException when there is none, which only happens to a log that somebody
   *     tampered with
   */
  AuditHead lockHead();

  /** Events without a number, the oldest first. */
  List<AuditEntry> listUnsealed(int most);

  /** Numbers the events from the seal's first number on, and puts the seal at the end. */
  void append(AuditSeal seal, List<AuditEntry> entries, AuditHead head);

  /** Both ends and what lies outside, all of one moment. */
  Ends ends();

  /** The seals that end after one number and not after the other, in order. */
  List<AuditSeal> listSeals(long after, long upTo, int most);

  Optional<AuditSeal> findSeal(long last);

  /** The events with these numbers, in order. */
  List<Numbered> listEntries(long first, long last, int most);

  /**
   * The ends of the chain as they are stored.
   *
   * @param head absent if somebody removed it
   * @param lastSealed the last number of the last seal, 0 without one
   * @param below the lowest number of an event, if that is none that a chain gives
   * @param highest the highest number of an event, 0 without one
   */
  record Ends(
      Optional<AuditHead> head,
      long lastSealed,
      Optional<Long> below,
      long highest,
      long unsealed) {}

  /** An event at its place. */
  record Numbered(long number, AuditEntry entry) {}
}
