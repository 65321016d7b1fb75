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

  /** The three parts of a stay: pairs of from and to. */
  private record Parts(PersonId person, Fact venue, long[] certain, long[] likely, long[] outer) {
    Parts cut(long from, long to) {
      return new Parts(
          person, venue, cut(certain, from, to), cut(likely, from, to), cut(outer, from, to));
    }

    private static long[] cut(long[] part, long from, long to) {
      return new long[] {Math.max(part[0], from), Math.min(part[1], to)};
    }
  }

  private record Met(Overlap overlap, Set<VenueId> places, VenueId family, long risk) {}

  /** What the model finds. */
  record Found(List<Contact> contacts, int firstLeft, int secondLeft, int sourcesLeft) {}

  Found trace(TraceQuestion question) {
    long now = question.now().toEpochMilli();
    List<Parts> all = parts(question);
    Map<PersonId, long[]> sources = new HashMap<>();
    long end = question.to().map(Instant::toEpochMilli).orElse(now);
    sources.put(
        question.index(), new long[] {question.from().toEpochMilli(), Math.min(end, now)});
    Set<PersonId> done = new HashSet<>(Set.of(question.index()));
    List<Contact> first = ring(1, question, all, sources, done);
    first.forEach(contact -> done.add(contact.person()));
    List<Contact> kept = first.stream().limit(question.parameters().mostContacts()).toList();

    Map<PersonId, long[]> next = new HashMap<>();
    int eligible = 0;
    for (Contact contact : first) {
      if (question.parameters().secondRingGrades().contains(contact.grade())) {
        eligible++;
        if (kept.contains(contact) && next.size() < question.parameters().secondRingSources()) {
          Instant isolated = question.isolated().getOrDefault(contact.person(), question.now());
          next.put(
              contact.person(),
              new long[] {
                contact.exposedAt().toEpochMilli(), Math.min(isolated.toEpochMilli(), now)
              });
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
      Map<PersonId, long[]> sources,
      Set<PersonId> done) {
    long now = question.now().toEpochMilli();
    long least = question.parameters().minimumOverlap().toMillis();
    Map<String, List<Met>> met = new TreeMap<>();
    Map<String, PersonId> people = new HashMap<>();
    for (Parts one : all) {
      if (!sources.containsKey(one.person())) {
        continue;
      }
      long[] window = sources.get(one.person());
      Parts exposed = one.cut(window[0], window[1]);
      for (Parts other : all) {
        if (done.contains(other.person()) || !other.venue().family().equals(one.venue().family())) {
          continue;
        }
        Parts past = other.cut(NEVER, now);
        Met found = met(question, exposed, past, least);
        if (found != null) {
          String key = other.person().value().toString();
          people.put(key, other.person());
          met.computeIfAbsent(key, unknown -> new ArrayList<>()).add(found);
        }
      }
    }
    List<Contact> contacts = new ArrayList<>();
    met.forEach((key, found) -> contacts.add(contact(people.get(key), ring, found)));
    contacts.sort(Comparator.<Contact>comparingInt(Contact::risk).reversed());
    return contacts;
  }

  private Met met(TraceQuestion question, Parts one, Parts other, long least) {
    long[][] ones = {one.certain(), one.likely(), one.outer()};
    long[][] others = {other.certain(), other.likely(), other.outer()};
    int[] percents = {100, 50, 10};
    for (int grade = 0; grade < 3; grade++) {
      long from = Math.max(ones[grade][0], others[grade][0]);
      long to = Math.min(ones[grade][1], others[grade][1]);
      if (to - from >= least) {
        boolean same = one.venue().id().equals(other.venue().id());
        Fact place = same ? one.venue() : venues.get(one.venue().family());
        int minutes = (int) ((to - from) / 60_000);
        var overlap =
            new Overlap(
                one.person(),
                place.id(),
                place.name(),
                Instant.ofEpochMilli(from),
                Instant.ofEpochMilli(to),
                minutes,
                ContactGrade.values()[grade],
                same,
                false);
        long risk =
            (long) minutes
                * percents[grade]
                * question.parameters().typeWeights().getOrDefault(place.type(), 100)
                * (same ? 100 : 50);
        return new Met(
            overlap,
            new HashSet<>(List.of(place.id(), other.venue().id())),
            one.venue().family(),
            risk);
      }
    }
    return null;
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
        told |= other != met && tellsAll(other, met);
      }
      if (!told) {
        left.add(met);
      }
    }
    ContactGrade grade =
        ContactGrade.values()[
            left.stream().mapToInt(met -> met.overlap().grade().ordinal()).min().orElseThrow()];
    int risk =
        (int)
            Math.min(
                Integer.MAX_VALUE, left.stream().mapToLong(Met::risk).sum() / 10_000);
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
        && a.grade().ordinal() <= b.grade().ordinal();
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
        o.via(), o.venue(), o.venueName(), o.from(), o.to(), o.minutes(), o.grade(), o.nearby(),
        staff);
  }

  private List<Parts> parts(TraceQuestion question) {
    List<Parts> all = new ArrayList<>();
    for (Seen seen : visits) {
      if (fact(seen.visit().venue()).within()) {
        all.add(parts(seen, question.statements()));
      }
    }
    for (Statement told : question.statements()) {
      Fact venue = fact(told.venue());
      if (told.visit().isEmpty() && venue.within()) {
        long from = told.entered().orElseThrow().toEpochMilli();
        long to = told.left().orElseThrow().toEpochMilli();
        long[] stated = {from, to};
        all.add(new Parts(told.person(), venue, new long[] {0, 0}, stated, stated));
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
        certain ? new long[] {entry, earliestOut} : new long[] {0, 0},
        new long[] {likelyIn, likelyOut},
        new long[] {earliestIn, latestOut});
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
    Statement best = null;
    for (Statement told : statements) {
      boolean about = told.visit().filter(visit.id()::equals).isPresent();
      boolean tells = entry ? told.entered().isPresent() : told.left().isPresent();
      if (about
          && tells
          && (best == null
              || told.at().isAfter(best.at())
              || (told.at().equals(best.at())
                  && told.id().value().toString().compareTo(best.id().value().toString()) > 0))) {
        best = told;
      }
    }
    if (best == null) {
      return guess;
    }
    long at = (entry ? best.entered() : best.left()).orElseThrow().toEpochMilli();
    return Math.max(least, Math.min(most, at));
  }

  private Fact fact(VenueId venue) {
    return Objects.requireNonNull(venues.get(venue));
  }
}
