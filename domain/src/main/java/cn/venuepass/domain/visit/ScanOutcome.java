package cn.venuepass.domain.visit;

import java.time.Instant;
import java.util.function.Function;

/** What becomes of a scan. */
public sealed interface ScanOutcome {
  /** The name of an outcome, to store and to answer. */
  enum Kind {
    ENTERED,
    ALREADY_INSIDE,
    LEFT,
    LEFT_WITHOUT_ENTRY,
    REFUSED
  }

  /** A visit was opened. */
  record Entered(VisitId visit) implements ScanOutcome {}

  /** 已在场内无需登记: the open visit goes on. */
  record AlreadyInside(VisitId visit, Instant since) implements ScanOutcome {}

  /** The visit was closed. */
  record Left(VisitId visit, Instant since) implements ScanOutcome {}

  /** A visit of which only the exit is known. */
  record LeftWithoutEntry(VisitId visit) implements ScanOutcome {}

  /** Nobody passed. */
  record Refused(RefusalReason reason) implements ScanOutcome {}

  default Kind kind() {
    return fold(
        entered -> Kind.ENTERED,
        alreadyInside -> Kind.ALREADY_INSIDE,
        left -> Kind.LEFT,
        leftWithoutEntry -> Kind.LEFT_WITHOUT_ENTRY,
        refused -> Kind.REFUSED);
  }

  /** The value for the kind of outcome that this is. */
  default <T> T fold(
      Function<Entered, T> entered,
      Function<AlreadyInside, T> alreadyInside,
      Function<Left, T> left,
      Function<LeftWithoutEntry, T> leftWithoutEntry,
      Function<Refused, T> refused) {
    if (this instanceof Entered outcome) {
      return entered.apply(outcome);
    } else if (this instanceof AlreadyInside outcome) {
      return alreadyInside.apply(outcome);
    } else if (this instanceof Left outcome) {
      return left.apply(outcome);
    } else if (this instanceof LeftWithoutEntry outcome) {
      return leftWithoutEntry.apply(outcome);
    } else {
      return refused.apply((Refused) this);
    }
  }
}
