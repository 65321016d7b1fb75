package cn.venuepass.domain.tracing;

import static java.util.stream.Collectors.groupingBy;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.Stay.Bound;
import cn.venuepass.domain.visit.Stay.Source;
import cn.venuepass.domain.visit.Stay.Span;
import cn.venuepass.domain.visit.Visit;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What people told of their stays, beside what was scanned. Of several statements about one bound
 * of a visit the latest holds.
 */
public final class Statements {
  private static final Comparator<Statement> LATEST_LAST =
      Comparator.comparing(Statement::at)
          .thenComparing(statement -> statement.id().value().toString());

  private final Map<PersonId, List<Statement>> ofPeople;

  public Statements(Collection<Statement> statements) {
    this.ofPeople = statements.stream().sorted(LATEST_LAST).collect(groupingBy(Statement::person));
  }

  /** Everybody who told something. */
  public Set<PersonId> people() {
    return Set.copyOf(ofPeople.keySet());
  }

  /** The stay of a visit, as the scans and the person tell it. */
  public TracedStay of(TracedVisit traced, TracedVenue venue) {
    Visit visit = traced.visit();
    Stay scanned = traced.stay(venue.rules());
    List<Statement> about =
        ofPeople.getOrDefault(visit.person(), List.of()).stream()
            .filter(statement -> statement.visit().filter(visit.id()::equals).isPresent())
            .toList();
    return new TracedStay(
        visit.person(),
        Optional.of(visit.id()),
        venue.venue(),
        venue.family(),
        venue.type(),
        Optional.of(scanned),
        new Stay(
            told(scanned.entry(), about, Statement::entered),
            told(scanned.exit(), about, Statement::left)),
        about.stream().map(Statement::id).toList());
  }

  /** What the person told of stays that nobody scanned. */
  public List<Statement> unscannedOf(PersonId person) {
    return ofPeople.getOrDefault(person, List.of()).stream()
        .filter(statement -> statement.visit().isEmpty())
        .toList();
  }

  /** The stay of which there is only that statement: no moment of it is certain. */
  public static TracedStay alone(Statement statement, TracedVenue venue) {
    var in = new Bound(statement.entered().orElseThrow(), Source.STATED);
    var out = new Bound(statement.left().orElseThrow(), Source.STATED);
    return new TracedStay(
        statement.person(),
        Optional.empty(),
        venue.venue(),
        venue.family(),
        venue.type(),
        Optional.empty(),
        new Stay(new Span(in, in, out), new Span(in, out, out)),
        List.of(statement.id()));
  }

  private static Span told(
      Span scanned, List<Statement> about, Function<Statement, Optional<Instant>> time) {
    if (scanned.likely().source() == Source.OBSERVED) {
      return scanned;
    }
    return about.stream()
        .flatMap(statement -> time.apply(statement).stream())
        .reduce((earlier, later) -> later)
        .map(at -> new Span(scanned.earliest(), clamped(at, scanned), scanned.latest()))
        .orElse(scanned);
  }

  private static Bound clamped(Instant at, Span scanned) {
    Instant earliest = scanned.earliest().at();
    Instant latest = scanned.latest().at();
    return new Bound(
        at.isBefore(earliest) ? earliest : at.isAfter(latest) ? latest : at, Source.STATED);
  }
}
