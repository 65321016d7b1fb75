package cn.venuepass.application.audit;

import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditChain.Ends;
import cn.venuepass.application.audit.AuditChain.Numbered;
import cn.venuepass.domain.audit.AuditEntry;
import cn.venuepass.domain.audit.AuditFault;
import cn.venuepass.domain.audit.AuditFault.Kind;
import cn.venuepass.domain.audit.AuditHead;
import cn.venuepass.domain.audit.AuditSeal;
import cn.venuepass.domain.audit.AuditSeals;
import cn.venuepass.domain.audit.AuditVerification;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class AuditChainService implements SealAuditLog, VerifyAuditLog {
  /** How many events one seal covers at most: they are held in memory together. */
  private static final int BATCH = 250;

  private static final int SEALS_AT_ONCE = 200;
  private static final int EVENTS_AT_ONCE = 5_000;

  private final AuditChain chain;
  private final AuditSeals seals;
  private final Transactions transactions;
  private final InstantSource clock;

  AuditChainService(
      AuditChain chain, AuditSeals seals, Transactions transactions, InstantSource clock) {
    this.chain = chain;
    this.seals = seals;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Optional<AuditHead> sealNext() {
    return transactions.run(
        () -> {
          AuditHead head = chain.lockHead();
          Optional<Kind> fault = seals.faultOf(head);
          if (fault.isPresent()) {
            throw new IllegalStateException("nothing is sealed after " + fault.get());
          }
          List<AuditEntry> entries = chain.listUnsealed(BATCH);
          if (entries.isEmpty()) {
            return Optional.empty();
          }
          AuditSeal seal = seals.seal(head, entries, clock.instant());
          AuditHead next = seals.headAfter(seal);
          chain.append(seal, entries, next);
          return Optional.of(next);
        });
  }

  @Override
  public AuditVerification verify(long after) {
    Ends ends = chain.ends();
    AuditHead head = ends.head().orElse(AuditHead.NONE);
    Optional<AuditFault> atTheEnds = faultOf(ends, head);
    if (atTheEnds.isPresent()) {
      return new AuditVerification(after + 1, after, head, ends.unsealed(), atTheEnds);
    }
    var walk = new Walk(after, head);
    walk.go();
    return new AuditVerification(after + 1, walk.checked, head, ends.unsealed(), walk.fault);
  }

  @Override
  public boolean holds(long last, String seal) {
    return chain.findSeal(last).filter(known -> known.mac().equals(seal)).isPresent();
  }

  private Optional<AuditFault> faultOf(Ends ends, AuditHead head) {
    Optional<Kind> broken =
        ends.head().isEmpty() ? Optional.of(Kind.HEAD_BROKEN) : seals.faultOf(head);
    if (broken.isPresent()) {
      return fault(broken.get(), head.last());
    } else if (ends.highest() > head.last()) {
      return fault(Kind.EVENT_FOREIGN, ends.highest());
    } else if (ends.below().isPresent()) {
      return fault(Kind.EVENT_FOREIGN, ends.below().get());
    } else if (ends.lastSealed() > head.last()) {
      return fault(Kind.HEAD_BROKEN, head.last());
    }
    return Optional.empty();
  }

  private static Optional<AuditFault> fault(Kind kind, long number) {
    return Optional.of(new AuditFault(kind, number));
  }

  /** Goes along the chain from seal to seal, as far as one call may. */
  private final class Walk {
    private final AuditHead head;
    private final long end;
    private long checked;
    private Optional<AuditFault> fault = Optional.empty();

    Walk(long after, AuditHead head) {
      this.head = head;
      this.checked = after;
      this.end = after + EVENTS_AT_ONCE;
    }

    void go() {
      Optional<String> before =
          checked == 0 ? Optional.of("") : chain.findSeal(checked).map(AuditSeal::mac);
      if (before.isEmpty()) {
        fault = fault(Kind.SEAL_MISSING, checked);
        return;
      }
      List<AuditSeal> next = chain.listSeals(checked, head.last(), SEALS_AT_ONCE);
      String last = before.get();
      for (AuditSeal seal : next) {
        if (checked >= end) {
          return;
        }
        fault = faultOf(last, seal);
        if (fault.isPresent()) {
          return;
        }
        checked = seal.last();
        last = seal.mac();
      }
      if (next.size() < SEALS_AT_ONCE && checked < head.last()) {
        fault = fault(Kind.SEAL_MISSING, checked + 1);
      } else if (checked == head.last() && !last.equals(head.seal())) {
        fault = fault(Kind.HEAD_BROKEN, head.last());
      }
    }

    private Optional<AuditFault> faultOf(String before, AuditSeal seal) {
      if (seal.first() != checked + 1) {
        return fault(Kind.SEAL_MISSING, checked + 1);
      }
      long events = seal.last() - checked;
      if (events > BATCH) {
        return fault(Kind.SEAL_BROKEN, seal.first());
      }
      List<Numbered> numbered = chain.listEntries(seal.first(), seal.last(), BATCH + 1);
      for (int place = 0; place < Math.min(events, numbered.size()); place++) {
        if (numbered.get(place).number() != seal.first() + place) {
          return fault(Kind.EVENT_MISSING, seal.first() + place);
        }
      }
      if (numbered.size() < events) {
        return fault(Kind.EVENT_MISSING, seal.first() + numbered.size());
      }
      return seals
          .faultOf(before, seal, numbered.stream().map(Numbered::entry).toList())
          .map(kind -> new AuditFault(kind, seal.first()));
    }
  }
}
