package cn.venuepass.application.tracing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.tracing.RingSearch.Ring;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.Exposure;
import cn.venuepass.domain.tracing.Exposures;
import cn.venuepass.domain.tracing.Grading;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.MetPerson;
import cn.venuepass.domain.tracing.Shift;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.Statements;
import cn.venuepass.domain.tracing.TracedStay;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class ContactService implements FindContacts {
  /** How many people are asked for at once. */
  private static final int SLICE = 500;

  private static final Comparator<TracedStay> IN_ORDER =
      Comparator.<TracedStay, Instant>comparing(stay -> stay.stay().entry().likely().at())
          .thenComparing(stay -> stay.stay().exit().likely().at())
          .thenComparing(stay -> stay.venue().id().value().toString())
          .thenComparing(stay -> stay.visit().map(id -> id.value().toString()).orElse(""))
          .thenComparing(stay -> stay.statements().toString());

  private final ContactSearch search;

  ContactService(ContactSearch search) {
    this.search = search;
  }

  @Override
  public Trace trace(TraceQuestion question) {
    var statements = new Statements(question.statements());
    Ring first =
        ring(
            1,
            question,
            statements,
            Map.of(question.index(), question.window()),
            Set.of(question.index()));
    if (!question.secondRing()) {
      return new Trace(contacts(first), new Trace.Left(first.left(), 0), 0);
    }
    Map<PersonId, Interval> sources = sources(question, first);
    Set<PersonId> others = new HashSet<>(first.people());
    others.add(question.index());
    Ring second = ring(2, question, statements, sources, others);
    return new Trace(
        Stream.concat(contacts(first).stream(), contacts(second).stream()).toList(),
        new Trace.Left(first.left(), second.left()),
        first.countOf(question.parameters().secondRingGrades()) - sources.size());
  }

  @Override
  public Trajectory trajectory(
      PersonId person, Interval span, DivisionCode within, List<Statement> told, Instant now) {
    Interval past = span.and(new Interval(Instant.MIN, now));
    var stays = new TracedStays(search, new Statements(told), within);
    List<TracedStay> all =
        stays.of(List.of(person), past).stream()
            .filter(stay -> reaches(stay, past))
            .sorted(IN_ORDER)
            .toList();
    List<TracedStay> inside =
        all.stream().filter(stay -> stays.isWithin(stay.venue().id())).toList();
    return new Trajectory(inside, all.size() - inside.size());
  }

  /**
   * Whom some people met.
   *
   * @param sources when each of them may have passed the infection on
   */
  private Ring ring(
      int number,
      TraceQuestion question,
      Statements statements,
      Map<PersonId, Interval> sources,
      Set<PersonId> others) {
    var stays = new TracedStays(search, statements, question.within());
    List<Exposure> exposed = new ArrayList<>();
    for (List<PersonId> slice : slices(List.copyOf(sources.keySet()))) {
      for (TracedStay stay :
          stays.of(slice, hull(slice.stream().map(person -> timeOf(person, sources)).toList()))) {
        if (stays.isWithin(stay.venue().id())) {
          exposed.add(Exposure.of(stay, timeOf(stay.person(), sources)));
        }
      }
    }
    var parameters = question.parameters();
    var exposures = new Exposures(exposed, parameters.minimumOverlap());
    var grading = new Grading(parameters, number, exposures, stays.venues());
    boolean another = number == 1 && question.secondRing();
    return new RingSearch(search, stays, grading, others, parameters.mostContacts(), another)
        .run(question, exposures);
  }

  private static Interval timeOf(PersonId person, Map<PersonId, Interval> sources) {
    return requireNonNull(sources.get(person));
  }

  /** From when until when those are followed whose own contacts are sought. */
  private static Map<PersonId, Interval> sources(TraceQuestion question, Ring first) {
    var parameters = question.parameters();
    Map<PersonId, Interval> sources = new LinkedHashMap<>();
    first.riskiest().stream()
        .filter(met -> parameters.secondRingGrades().contains(met.grade()))
        .limit(parameters.secondRingSources())
        .forEach(met -> sources.put(met.person(), infectious(met, question)));
    return sources;
  }

  private static Interval infectious(MetPerson met, TraceQuestion question) {
    Instant now = question.now();
    Instant isolated =
        Optional.ofNullable(question.isolated().get(met.person()))
            .filter(met.exposedAt()::isBefore)
            .orElse(now);
    return new Interval(met.exposedAt(), isolated.isBefore(now) ? isolated : now);
  }

  private List<Contact> contacts(Ring ring) {
    List<Contact> contacts = new ArrayList<>();
    for (List<MetPerson> slice : slices(ring.riskiest())) {
      List<Shift> shifts =
          search.shiftsOf(slice.stream().collect(toMap(MetPerson::person, MetPerson::workplaces)));
      slice.forEach(met -> contacts.add(met.knowing(shifts)));
    }
    return contacts;
  }

  /** Whether it begins or goes on in the span, or is but a moment of it. */
  private static boolean reaches(TracedStay stay, Interval span) {
    Instant begin = stay.stay().entry().earliest().at();
    Instant end = stay.stay().exit().latest().at();
    return begin.isBefore(span.to()) && (end.isAfter(span.from()) || !begin.isBefore(span.from()));
  }

  /** From the first beginning to the last end. */
  private static Interval hull(List<Interval> times) {
    return new Interval(
        times.stream().map(Interval::from).min(Comparator.naturalOrder()).orElseThrow(),
        times.stream().map(Interval::to).max(Comparator.naturalOrder()).orElseThrow());
  }

  private static <T> List<List<T>> slices(List<T> all) {
    List<List<T>> slices = new ArrayList<>();
    for (int from = 0; from < all.size(); from += SLICE) {
      slices.add(all.subList(from, Math.min(all.size(), from + SLICE)));
    }
    return slices;
  }
}
