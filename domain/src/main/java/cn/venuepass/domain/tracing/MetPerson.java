package cn.venuepass.domain.tracing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Somebody who met exposed people, graded and weighed; not known yet is who works where. */
public final class MetPerson {
  /** The highest risk first; of equal ones the id decides, as text: so databases order it too. */
  public static final Comparator<MetPerson> RISKIEST_FIRST =
      Comparator.<MetPerson>comparingInt(met -> met.risk)
          .reversed()
          .thenComparing(met -> met.person.value().toString());

  /** As many overlaps as a contact shows: the first, then the surest and riskiest. */
  public static final int MOST_OVERLAPS = 50;

  private static final long MILLIONTHS_PER_POINT = 10_000;

  private static final Comparator<Encounter> IN_ORDER =
      Comparator.<Encounter, Instant>comparing(met -> met.overlap().from())
          .thenComparing(met -> met.overlap().venue().value().toString())
          .thenComparing(met -> met.overlap().to())
          .thenComparing(met -> met.overlap().via().value().toString())
          .thenComparing(met -> met.overlap().grade())
          .thenComparing(met -> !met.overlap().nearby());
  private static final Comparator<Encounter> RISKIEST =
      Comparator.<Encounter, ContactGrade>comparing(met -> met.overlap().grade())
          .thenComparing(comparing(Encounter::risk).reversed())
          .thenComparing(IN_ORDER);

  private final PersonId person;
  private final int ring;
  private final ContactGrade grade;
  private final int totalMinutes;
  private final int risk;
  private final List<Encounter> encounters;

  private MetPerson(PersonId person, int ring, List<Encounter> encounters) {
    this.person = person;
    this.ring = ring;
    this.grade =
        encounters.stream()
            .map(met -> met.overlap().grade())
            .reduce(ContactGrade.POSSIBLE, ContactGrade::or);
    this.totalMinutes = totalMinutes(encounters);
    this.risk = risk(encounters);
    this.encounters = shown(encounters);
  }

  /**
   * What is left of the encounters when none is told twice.
   *
   * @param encounters of that person, at least one, in any order
   */
  static MetPerson of(PersonId person, int ring, Collection<Encounter> encounters) {
    Map<Overlap, Encounter> different =
        encounters.stream()
            .collect(toMap(Encounter::overlap, met -> met, Encounter::and, LinkedHashMap::new));
    Map<Encounter.Among, List<Encounter>> comparable =
        different.values().stream().collect(groupingBy(Encounter::among));
    List<Encounter> told =
        comparable.values().stream().flatMap(MetPerson::withoutTheTold).sorted(IN_ORDER).toList();
    return new MetPerson(person, ring, told);
  }

  private static Stream<Encounter> withoutTheTold(List<Encounter> different) {
    return different.stream()
        .filter(met -> different.stream().noneMatch(other -> other.says(met) && !met.says(other)));
  }

  public PersonId person() {
    return person;
  }

  public ContactGrade grade() {
    return grade;
  }

  /** When the first overlap begins. */
  public Instant exposedAt() {
    return encounters.get(0).overlap().from();
  }

  /** The venues on whose rosters the person may stand. */
  public Set<VenueId> workplaces() {
    return encounters.stream().flatMap(met -> met.workplaces().stream()).collect(toSet());
  }

  /**
   * The contact.
   *
   * @param shifts where the person works, among other people's shifts
   */
  public Contact knowing(Collection<Shift> shifts) {
    List<Shift> own = shifts.stream().filter(shift -> shift.person().equals(person)).toList();
    List<Overlap> overlaps = encounters.stream().map(met -> marked(met, own)).toList();
    return new Contact(
        person,
        ring,
        grade,
        overlaps,
        totalMinutes,
        overlaps.stream().allMatch(Overlap::staff),
        risk);
  }

  private static Overlap marked(Encounter met, List<Shift> shifts) {
    Overlap overlap = met.overlap();
    return shifts.stream()
            .anyMatch(
                shift -> met.workplaces().contains(shift.venue()) && shift.covers(overlap.from()))
        ? overlap.amongStaff()
        : overlap;
  }

  private static List<Encounter> shown(List<Encounter> encounters) {
    if (encounters.size() <= MOST_OVERLAPS) {
      return encounters;
    }
    return Stream.concat(
            encounters.stream().limit(1),
            encounters.stream().skip(1).sorted(RISKIEST).limit(MOST_OVERLAPS - 1))
        .sorted(IN_ORDER)
        .toList();
  }

  private static int risk(List<Encounter> encounters) {
    long sum = 0;
    for (Encounter met : encounters) {
      sum += met.risk();
    }
    return (int) Math.min(Integer.MAX_VALUE, sum / MILLIONTHS_PER_POINT);
  }

  /** How long they were together, moments of several encounters counted once. */
  private static int totalMinutes(List<Encounter> inOrder) {
    Duration total = Duration.ZERO;
    Instant until = Instant.MIN;
    for (Encounter met : inOrder) {
      Interval time = met.time();
      Instant from = time.from().isBefore(until) ? until : time.from();
      total = total.plus(new Interval(from, time.to()).length());
      until = time.to().isBefore(until) ? until : time.to();
    }
    return (int) total.toMinutes();
  }
}
