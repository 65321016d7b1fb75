package cn.venuepass.domain.visit;

import cn.venuepass.domain.venue.StayRules;
import java.time.Instant;
import java.util.Optional;

/**
 * What we believe of a visit: inferred when it is read, never stored over the evidence. Rules: the
 * domain document, "Stays, inferred when read".
 */
public record Stay(Span entry, Span exit) {

  /** What a bound rests on. */
  public enum Source {
    OBSERVED,
    /** A scan that the person may not have made at that place, see {@link Doubt}. */
    DOUBTED,
    NEXT_ENTRY,
    /** The person left the venue later, as is known of another visit. */
    LATER_EXIT,
    /** The person left the venue's parent. */
    PARENT_EXIT,
    LAST_SEEN,
    TYPICAL_STAY,
    MAXIMUM_STAY,
    /** What the person told a tracer. */
    STATED
  }

  /**
   * What was seen of the person after they were last seen in the visit.
   *
   * @param nextEntry their next observed entry outside this venue's family
   * @param laterExit their next observed exit from this venue, of another visit
   * @param parentExit their next observed exit from this venue's parent
   */
  public record Afterwards(
      Optional<Instant> nextEntry, Optional<Instant> laterExit, Optional<Instant> parentExit) {
    public static final Afterwards UNKNOWN =
        new Afterwards(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A moment with what it rests on. */
  public record Bound(Instant at, Source source) {}

  /** Between which moments something happened, and the best guess. */
  public record Span(Bound earliest, Bound likely, Bound latest) {
    static Span observed(Instant at) {
      var bound = new Bound(at, Source.OBSERVED);
      return new Span(bound, bound, bound);
    }

    /** The same, where whatever rests on the scan of that moment does so no longer for sure. */
    private Span doubting(Instant scan) {
      return new Span(doubting(earliest, scan), doubting(likely, scan), doubting(latest, scan));
    }

    private static Bound doubting(Bound bound, Instant scan) {
      return bound.source() == Source.OBSERVED && bound.at().equals(scan)
          ? new Bound(scan, Source.DOUBTED)
          : bound;
    }
  }

  /** The stay of a visit. */
  public static Stay of(Visit visit, Afterwards afterwards, StayRules rules) {
    Optional<Instant> entered = visit.entry().map(Observation::at);
    Optional<Instant> left = visit.exit().map(Observation::at);
    if (entered.isPresent()) {
      Span exit =
          left.map(Span::observed)
              .orElseGet(() -> inferredExit(entered.get(), visit.lastSeen(), afterwards, rules));
      return new Stay(Span.observed(entered.get()), exit);
    }
    Instant exit = left.orElseThrow();
    return new Stay(inferredEntry(exit, rules), Span.observed(exit));
  }

  /**
   * The same, knowing which of its scans are doubtful. The best guess stays where it was. A
   * doubtful entry may have been made without being there at all: the latest entry is the latest
   * exit, so that no moment of the stay is certain. A doubtful exit says nothing: the person may
   * have left as soon as they came, or after the maximum stay.
   */
  public Stay given(Doubt doubt, StayRules rules) {
    Span in = entry;
    Span out = exit;
    if (doubt.exit().isPresent()) {
      in = in.doubting(exit.likely().at());
      out = doubtfulExit(rules);
    }
    if (doubt.entry().isPresent()) {
      in = doubtfulEntry(out.latest().at());
      out = out.doubting(entry.likely().at());
    }
    return new Stay(in, out);
  }

  private Span doubtfulEntry(Instant latest) {
    return new Span(
        new Bound(entry.earliest().at(), Source.DOUBTED),
        new Bound(entry.likely().at(), Source.DOUBTED),
        new Bound(latest, Source.DOUBTED));
  }

  private Span doubtfulExit(StayRules rules) {
    var left = new Bound(exit.likely().at(), Source.DOUBTED);
    var maximum = new Bound(entry.earliest().at().plus(rules.maximumStay()), Source.MAXIMUM_STAY);
    return new Span(entry.earliest(), left, later(maximum, left));
  }

  /** What the likely stay rests on: OBSERVED only if both of its ends are. */
  public Source source() {
    return entry.likely().source() == Source.OBSERVED
        ? exit.likely().source()
        : entry.likely().source();
  }

  private static Span inferredEntry(Instant exit, StayRules rules) {
    return new Span(
        new Bound(exit.minus(rules.maximumStay()), Source.MAXIMUM_STAY),
        new Bound(exit.minus(rules.typicalStay()), Source.TYPICAL_STAY),
        new Bound(exit, Source.OBSERVED));
  }

  private static Span inferredExit(
      Instant entry, Optional<Instant> lastSeen, Afterwards afterwards, StayRules rules) {
    Bound earliest =
        lastSeen
            .map(seen -> new Bound(seen, Source.LAST_SEEN))
            .orElse(new Bound(entry, Source.OBSERVED));
    Bound latest =
        earlier(
            new Bound(entry.plus(rules.maximumStay()), Source.MAXIMUM_STAY),
            afterwards.nextEntry().map(next -> new Bound(next, Source.NEXT_ENTRY)));
    latest =
        earlier(latest, afterwards.laterExit().map(exit -> new Bound(exit, Source.LATER_EXIT)));
    latest =
        earlier(latest, afterwards.parentExit().map(exit -> new Bound(exit, Source.PARENT_EXIT)));
    latest = later(latest, earliest);
    Bound likely = new Bound(entry.plus(rules.typicalStay()), Source.TYPICAL_STAY);
    return new Span(earliest, later(earlier(likely, Optional.of(latest)), earliest), latest);
  }

  private static Bound earlier(Bound bound, Optional<Bound> other) {
    return other.filter(candidate -> candidate.at().isBefore(bound.at())).orElse(bound);
  }

  private static Bound later(Bound bound, Bound floor) {
    return bound.at().isBefore(floor.at()) ? floor : bound;
  }
}
