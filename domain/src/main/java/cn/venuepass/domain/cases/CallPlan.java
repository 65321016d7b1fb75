package cn.venuepass.domain.cases;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.ContactGrade;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whom to call with so many calls: those of the highest risk, whichever ring they are of.
 *
 * @param calls how many can be made
 * @param chosen who is called, the highest risk first
 * @param line where the cut lies: the last who is called, if somebody is left out
 * @param in how many of which kind are called
 * @param out how many of which kind are left out
 */
public record CallPlan(
    int calls, List<Candidate> chosen, Optional<Line> line, List<Group> in, List<Group> out) {
  /** Of equal risk those who met the index person first, then the person's id decides. */
  public static final Comparator<Candidate> ORDER =
      Comparator.comparing(Candidate::risk)
          .reversed()
          .thenComparing(Candidate::ring)
          .thenComparing(candidate -> candidate.person().value().toString());

  private static final Comparator<Group> GROUPS =
      Comparator.comparing(Group::ring)
          .thenComparing(Group::grade)
          .thenComparing(Comparator.comparing(Group::minutes).reversed());

  public CallPlan {
    chosen = List.copyOf(chosen);
  }

  /** Somebody who may be called. */
  public record Candidate(PersonId person, int ring, ContactGrade grade, int minutes, int risk) {
    public static Candidate of(Contact contact) {
      return new Candidate(
          contact.person(),
          contact.ring(),
          contact.grade(),
          contact.totalMinutes(),
          contact.risk());
    }
  }

  /** The last who is called. */
  public record Line(int rank, int ring, ContactGrade grade, int minutes, int risk) {}

  /** How long people were together. */
  public enum Minutes {
    UNDER_15(15),
    UNDER_30(30),
    UNDER_60(60),
    UNDER_120(120),
    LONGER(Integer.MAX_VALUE);

    private final int below;

    Minutes(int below) {
      this.below = below;
    }

    static Minutes of(int minutes) {
      for (Minutes band : values()) {
        if (minutes < band.below) {
          return band;
        }
      }
      return LONGER;
    }
  }

  /** How many are of one kind. */
  public record Group(int ring, ContactGrade grade, Minutes minutes, int count) {}

  private record Kind(int ring, ContactGrade grade, Minutes minutes) {}

  /** The plan for all who are still to be called. */
  public static CallPlan of(Collection<Candidate> candidates, int calls) {
    List<Candidate> ranked = candidates.stream().sorted(ORDER).toList();
    int most = Math.min(calls, ranked.size());
    List<Candidate> chosen = ranked.subList(0, most);
    List<Candidate> left = ranked.subList(most, ranked.size());
    return new CallPlan(calls, chosen, line(chosen, left), groups(chosen), groups(left));
  }

  private static Optional<Line> line(List<Candidate> chosen, List<Candidate> left) {
    if (chosen.isEmpty() || left.isEmpty()) {
      return Optional.empty();
    }
    Candidate last = chosen.get(chosen.size() - 1);
    return Optional.of(
        new Line(chosen.size(), last.ring(), last.grade(), last.minutes(), last.risk()));
  }

  private static List<Group> groups(List<Candidate> of) {
    return of.stream()
        .collect(
            groupingBy(
                one -> new Kind(one.ring(), one.grade(), Minutes.of(one.minutes())), counting()))
        .entrySet()
        .stream()
        .map(
            entry ->
                new Group(
                    entry.getKey().ring(),
                    entry.getKey().grade(),
                    entry.getKey().minutes(),
                    Math.toIntExact(entry.getValue())))
        .sorted(GROUPS)
        .toList();
  }
}
