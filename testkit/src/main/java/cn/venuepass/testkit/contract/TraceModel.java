package cn.venuepass.testkit.contract;

import cn.venuepass.application.tracing.TraceQuestion;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.Overlap;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Contacts after the domain document, by holding every stay against every other: slow, and written
 * without the product's own code. Times are milliseconds.
 */
final class TraceModel {
  private static final List<ContactGrade> SUREST_FIRST =
      List.of(ContactGrade.CERTAIN, ContactGrade.PROBABLE, ContactGrade.POSSIBLE);
  private static final long NEVER = Long.MIN_VALUE / 4;

  private final Map<VenueId, Fact> venues;
  private final List<Seen> visits;
  private final List<Work> works;
  private final Map<VisitId, Long> gone = new HashMap<>();

  TraceModel(Map<VenueId, Fact> venues, List<Seen> visits, List<Work> works) {
    this.venues = venues;
    this.visits = visits;
    this.works = works;
  }

  /** A venue as it is. */
  record Fact(
      VenueId id,
      VenueName name,
      VenueId family,
      VenueTypeCode type,
      StayRules rules,
      boolean within) {
    Fact staying(StayRules other) {
      return new Fact(id, name, family, type, other, within);
    }
  }

  /** A visit, and which of its ends is not to be believed. */
  record Seen(Visit visit, boolean entryDoubted, boolean exitDoubted) {}

  /** Somebody's work. */
  record Work(PersonId person, VenueId venue, Instant since, Optional<Instant> until) {}

  private record Time(long from, long to) {
    Time cut(Time other) {
      return new Time(Math.max(from, other.from), Math.min(to, other.to));
    }
  }

  /** The three parts of a stay. */
  private record Parts(PersonId person, Fact venue, Time certain, Time likely, Time outer) {
    Parts cut(Time window) {
      return new Parts(person, venue, certain.cut(window), likely.cut(window), outer.cut(window));
    }
  }

  private record Met(Overlap overlap, Set<VenueId> places, VenueId family, long risk) {}

  /** What the model finds. */
  record Found(List<Contact> contacts, int firstLeft, int secondLeft, int sourcesLeft) {}

  Found trace(TraceQuestion question) {
    long now = question.now().toEpochMilli();
    List<Parts> all = parts(question, true);
    Map<PersonId, Time> sources = new HashMap<>();
    long end = question.to().map(Instant::toEpochMilli).orElse(now);
    sources.put(question.index(), new Time(question.from().toEpochMilli(), Math.min(end, now)));
    Set<PersonId> done = new HashSet<>(Set.of(question.index()));
    List<Contact> first = ring(1, question, all, sources, done);
    first.forEach(contact -> done.add(contact.person()));
    List<Contact> kept = first.stream().limit(question.parameters().mostContacts()).toList();

    Map<PersonId, Time> next = new HashMap<>();
    int eligible = 0;
    for (Contact contact : first) {
      if (question.parameters().secondRingGrades().contains(contact.grade())) {
        eligible++;
        if (kept.contains(contact) && next.size() < question.parameters().secondRingSources()) {
          Instant isolated = question.isolated().get(contact.person());
          if (isolated == null || !isolated.isAfter(contact.exposedAt())) {
            isolated = question.now();
          }
          next.put(
              contact.person(),
              new Time(contact.exposedAt().toEpochMilli(), Math.min(isolated.toEpochMilli(), now)));
        }
      }
    }
    List<Contact> second = ring(2, question, all, next, done);
    List<Contact> keptToo = second.stream().limit(question.parameters().mostContacts()).toList();
    List<Contact> contacts = new ArrayList<>(kept);
    contacts.addAll(keptToo);
    return new Found(
        contacts,
        first.size() - kept.size(),
        second.size() - keptToo.size(),
        eligible - next.size());
  }

  private List<Contact> ring(
      int ring,
      TraceQuestion question,
      List<Parts> all,
      Map<PersonId, Time> sources,
      Set<PersonId> done) {
    long now = question.now().toEpochMilli();
    long least = question.parameters().minimumOverlap().toMillis();
    Map<String, List<Met>> met = new TreeMap<>();
    Map<String, PersonId> people = new HashMap<>();
    for (Parts one : all) {
      Optional<Time> window = Optional.ofNullable(sources.get(one.person()));
      if (window.isEmpty()) {
        continue;
      }
      Parts exposed = one.cut(window.get());
      for (Parts other : all) {
        if (done.contains(other.person()) || !other.venue().family().equals(one.venue().family())) {
          continue;
        }
        Parts past = other.cut(new Time(NEVER, now));
        met(question, exposed, past, least)
            .ifPresent(
                found -> {
                  String key = other.person().value().toString();
                  people.put(key, other.person());
                  met.computeIfAbsent(key, unknown -> new ArrayList<>()).add(found);
                });
      }
    }
    List<Contact> contacts = new ArrayList<>();
    met.forEach((key, found) -> contacts.add(contact(fact(people, key), ring, found)));
    contacts.sort(Comparator.<Contact>comparingInt(Contact::risk).reversed());
    return contacts;
  }

  private Optional<Met> met(TraceQuestion question, Parts one, Parts other, long least) {
    List<Time> ones = List.of(one.certain(), one.likely(), one.outer());
    List<Time> others = List.of(other.certain(), other.likely(), other.outer());
    List<Integer> percents = List.of(100, 50, 10);
    for (int grade = 0; grade < 3; grade++) {
      long from = Math.max(ones.get(grade).from(), others.get(grade).from());
      long to = Math.min(ones.get(grade).to(), others.get(grade).to());
      if (to - from >= least) {
        boolean same = one.venue().id().equals(other.venue().id());
        Fact place = same ? one.venue() : fact(one.venue().family());
        int minutes = (int) ((to - from) / 60_000);
        var overlap =
            new Overlap(
                one.person(),
                place.id(),
                place.name(),
                Instant.ofEpochMilli(from),
                Instant.ofEpochMilli(to),
                minutes,
                SUREST_FIRST.get(grade),
                same,
                false);
        long risk =
            (long) minutes
                * percents.get(grade)
                * question.parameters().typeWeights().getOrDefault(place.type(), 100)
                * (same ? 100 : 50);
        return Optional.of(
            new Met(
                overlap,
                new HashSet<>(List.of(place.id(), other.venue().id())),
                one.venue().family(),
                risk));
      }
    }
    return Optional.empty();
  }

  private Contact contact(PersonId person, int ring, List<Met> found) {
    List<Met> once = new ArrayList<>();
    for (Met met : found) {
      Optional<Met> known =
          once.stream().filter(other -> other.overlap().equals(met.overlap())).findFirst();
      if (known.isPresent()) {
        known.get().places().addAll(met.places());
      } else {
        once.add(met);
      }
    }
    List<Met> left = new ArrayList<>();
    for (Met met : once) {
      boolean told = false;
      for (Met other : once) {
        told |= !other.overlap().equals(met.overlap()) && tellsAll(other, met);
      }
      if (!told) {
        left.add(met);
      }
    }
    ContactGrade grade =
        left.stream().map(met -> met.overlap().grade()).min(surest()).orElseThrow();
    int risk = (int) Math.min(Integer.MAX_VALUE, left.stream().mapToLong(Met::risk).sum() / 10_000);
    List<Met> shown = shown(left);
    List<Overlap> overlaps = shown.stream().map(met -> marked(person, met)).toList();
    return new Contact(
        person,
        ring,
        grade,
        overlaps,
        (int) (together(left) / 60_000),
        overlaps.stream().allMatch(Overlap::staff),
        risk);
  }

  private static boolean tellsAll(Met one, Met other) {
    Overlap a = one.overlap();
    Overlap b = other.overlap();
    boolean narrow =
        a.venue().equals(b.venue())
            ? a.nearby() || !b.nearby()
            : b.venue().equals(one.family()) && a.nearby();
    return narrow
        && one.family().equals(other.family())
        && a.via().equals(b.via())
        && !a.from().isAfter(b.from())
        && !a.to().isBefore(b.to())
        && surest().compare(a.grade(), b.grade()) <= 0;
  }

  private static Comparator<ContactGrade> surest() {
    return Comparator.comparing(SUREST_FIRST::indexOf);
  }

  private static List<Met> shown(List<Met> left) {
    Comparator<Met> order =
        Comparator.<Met, Instant>comparing(met -> met.overlap().from())
            .thenComparing(met -> met.overlap().venue().value().toString())
            .thenComparing(met -> met.overlap().to())
            .thenComparing(met -> met.overlap().via().value().toString())
            .thenComparing(met -> met.overlap().grade())
            .thenComparing(met -> met.overlap().nearby() ? 0 : 1);
    List<Met> inOrder = new ArrayList<>(left);
    inOrder.sort(order);
    if (inOrder.size() > 50) {
      List<Met> rest = new ArrayList<>(inOrder.subList(1, inOrder.size()));
      rest.sort(
          Comparator.<Met, ContactGrade>comparing(met -> met.overlap().grade())
              .thenComparing(met -> -met.risk())
              .thenComparing(order));
      List<Met> best = new ArrayList<>(rest.subList(0, 49));
      best.add(inOrder.get(0));
      best.sort(order);
      return best;
    }
    return inOrder;
  }

  /** Counted by the edges of all overlaps: a piece between two edges lies in one or not. */
  private static long together(List<Met> left) {
    long[] edges =
        left.stream()
            .flatMapToLong(
                met ->
                    LongStream.of(
                        met.overlap().from().toEpochMilli(), met.overlap().to().toEpochMilli()))
            .sorted()
            .distinct()
            .toArray();
    long sum = 0;
    for (int i = 1; i < edges.length; i++) {
      Instant from = Instant.ofEpochMilli(edges[i - 1]);
      Instant to = Instant.ofEpochMilli(edges[i]);
      boolean inside =
          left.stream()
              .anyMatch(
                  met -> !met.overlap().from().isAfter(from) && !met.overlap().to().isBefore(to));
      sum += inside ? edges[i] - edges[i - 1] : 0;
    }
    return sum;
  }

  private Overlap marked(PersonId person, Met met) {
    Overlap o = met.overlap();
    boolean staff =
        works.stream()
            .anyMatch(
                work ->
                    work.person().equals(person)
                        && met.places().contains(work.venue())
                        && !o.from().isBefore(work.since())
                        && (work.until().isEmpty() || o.from().isBefore(work.until().get())));
    return new Overlap(
        o.via(),
        o.venue(),
        o.venueName(),
        o.from(),
        o.to(),
        o.minutes(),
        o.grade(),
        o.nearby(),
        staff);
  }

  /**
   * Where the index person was in the window: of each stay the likely and the utmost times. Before
   * the window begins there is nothing yet.
   *
   * @param within whether it is the stays below the division, or the others
   */
  List<List<Long>> trajectory(TraceQuestion question, boolean within) {
    long from = question.window().from().toEpochMilli();
    long to = question.window().to().toEpochMilli();
    if (from >= to) {
      return List.of();
    }
    return parts(question, within).stream()
        .filter(stay -> stay.person().equals(question.index()))
        .filter(stay -> stay.outer().from() < to)
        .filter(stay -> stay.outer().to() > from || stay.outer().from() >= from)
        .map(
            stay ->
                List.of(
                    stay.likely().from(),
                    stay.likely().to(),
                    stay.outer().from(),
                    stay.outer().to()))
        .toList();
  }

  private List<Parts> parts(TraceQuestion question, boolean within) {
    List<Parts> all = new ArrayList<>();
    for (Seen seen : visits) {
      if (fact(seen.visit().venue()).within() == within) {
        all.add(parts(seen, question.statements()));
      }
    }
    for (Statement told : question.statements()) {
      Fact venue = fact(told.venue());
      if (told.visit().isEmpty() && venue.within() == within) {
        long from = told.entered().orElseThrow().toEpochMilli();
        long to = told.left().orElseThrow().toEpochMilli();
        var stated = new Time(from, to);
        all.add(new Parts(told.person(), venue, new Time(0, 0), stated, stated));
      }
    }
    return all;
  }

  private Parts parts(Seen seen, List<Statement> statements) {
    Visit visit = seen.visit();
    Fact venue = fact(visit.venue());
    long typical = venue.rules().typicalStay().toMillis();
    long maximum = venue.rules().maximumStay().toMillis();
    boolean hasEntry = visit.entry().isPresent();
    boolean hasExit = visit.exit().isPresent();
    long exit = visit.exit().map(Observation::at).map(Instant::toEpochMilli).orElse(NEVER);
    long entry =
        visit.entry().map(Observation::at).map(Instant::toEpochMilli).orElse(exit - maximum);

    long earliestIn = entry;
    long likelyIn = hasEntry ? entry : exit - typical;
    long latestIn = hasEntry ? entry : exit;
    long earliestOut = exit;
    long likelyOut = exit;
    long latestOut = exit;
    if (!hasExit) {
      long last = visit.lastSeen().map(Instant::toEpochMilli).orElse(entry);
      long end = Math.max(last, Math.min(entry + maximum, gone(visit, venue, last)));
      earliestOut = last;
      likelyOut = Math.max(last, Math.min(entry + typical, end));
      latestOut = end;
    }
    if (hasExit && seen.exitDoubted()) {
      earliestOut = earliestIn;
      latestOut = Math.max(exit, earliestIn + maximum);
    }
    if (hasEntry && seen.entryDoubted()) {
      latestIn = latestOut;
    }
    boolean sureIn = hasEntry && !seen.entryDoubted();
    boolean sureOut = hasExit && !seen.exitDoubted();
    if (!sureIn) {
      likelyIn = told(statements, visit, true, likelyIn, earliestIn, latestIn);
    }
    if (!sureOut) {
      likelyOut = told(statements, visit, false, likelyOut, earliestOut, latestOut);
    }
    boolean certain = sureIn && (sureOut || (!hasExit && visit.lastSeen().isPresent()));
    return new Parts(
        visit.person(),
        venue,
        certain ? new Time(entry, earliestOut) : new Time(0, 0),
        new Time(likelyIn, likelyOut),
        new Time(earliestIn, latestOut));
  }

  private long gone(Visit visit, Fact venue, long last) {
    return gone.computeIfAbsent(visit.id(), unknown -> goneAt(visit, venue, last));
  }

  /** When the person was next seen where nobody is who is still inside. */
  private long goneAt(Visit visit, Fact venue, long last) {
    long gone = Long.MAX_VALUE;
    for (Seen other : visits) {
      if (!other.visit().person().equals(visit.person())) {
        continue;
      }
      Fact there = fact(other.visit().venue());
      if (other.visit().entry().isPresent()
          && !other.entryDoubted()
          && !there.family().equals(venue.family())) {
        long at = other.visit().entry().get().at().toEpochMilli();
        gone = at > last ? Math.min(gone, at) : gone;
      }
      if (other.visit().exit().isPresent()
          && !other.exitDoubted()
          && (there.id().equals(venue.id()) || there.id().equals(venue.family()))) {
        long at = other.visit().exit().get().at().toEpochMilli();
        gone = at > last ? Math.min(gone, at) : gone;
      }
    }
    return gone;
  }

  private static long told(
      List<Statement> statements, Visit visit, boolean entry, long guess, long least, long most) {
    return statements.stream()
        .filter(told -> told.visit().filter(visit.id()::equals).isPresent())
        .filter(told -> (entry ? told.entered() : told.left()).isPresent())
        .max(
            Comparator.comparing(Statement::at).thenComparing(told -> told.id().value().toString()))
        .map(told -> (entry ? told.entered() : told.left()).orElseThrow().toEpochMilli())
        .map(at -> Math.max(least, Math.min(most, at)))
        .orElse(guess);
  }

  private static PersonId fact(Map<String, PersonId> people, String key) {
    return Objects.requireNonNull(people.get(key));
  }

  private Fact fact(VenueId venue) {
    return Objects.requireNonNull(venues.get(venue));
  }
}
