package cn.venuepass.application.tracing;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.Exposures;
import cn.venuepass.domain.tracing.Grading;
import cn.venuepass.domain.tracing.MetPerson;
import cn.venuepass.domain.tracing.TracedStay;
import cn.venuepass.domain.tracing.TracedVisit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One ring while it is being found: of everybody met, only the riskiest are kept. */
final class RingSearch {
  private final ContactSearch search;
  private final TracedStays stays;
  private final Grading grading;
  private final Set<PersonId> others;
  private final Ranking ranking;
  private final boolean another;
  private final Set<PersonId> people = new HashSet<>();
  private final Map<ContactGrade, Integer> counts = new EnumMap<>(ContactGrade.class);
  private final Set<PersonId> tellers;

  /**
   * @param others who belongs to no ring, or to an earlier one
   * @param most how many people the ring keeps
   * @param another whether another ring follows, which must know everybody of this one
   */
  RingSearch(
      ContactSearch search,
      TracedStays stays,
      Grading grading,
      Set<PersonId> others,
      int most,
      boolean another) {
    this.search = search;
    this.stays = stays;
    this.grading = grading;
    this.others = others;
    this.ranking = new Ranking(most);
    this.another = another;
    this.tellers = new HashSet<>(stays.tellers());
  }

  /**
   * What a ring holds.
   *
   * @param people everybody met, those left out too; nobody where no other ring follows
   * @param counts how many they are by grade
   */
  record Ring(
      List<MetPerson> riskiest, int left, Set<PersonId> people, Map<ContactGrade, Integer> counts) {

    int countOf(Set<ContactGrade> grades) {
      return grades.stream().mapToInt(grade -> counts.getOrDefault(grade, 0)).sum();
    }
  }

  Ring run(TraceQuestion question, Exposures exposures) {
    search.visitsAt(exposures.spans(), question.within(), this::gradeAll);
    List.copyOf(tellers).forEach(person -> grade(person, List.of()));
    return new Ring(ranking.riskiest(), ranking.left(), people, counts);
  }

  private void gradeAll(List<TracedVisit> slice) {
    Map<PersonId, List<TracedVisit>> byPerson = new LinkedHashMap<>();
    for (TracedVisit traced : slice) {
      byPerson.computeIfAbsent(traced.visit().person(), unknown -> new ArrayList<>()).add(traced);
    }
    byPerson.forEach(this::grade);
  }

  private void grade(PersonId person, Collection<TracedVisit> visits) {
    boolean unused = tellers.remove(person);
    if (others.contains(person)) {
      return;
    }
    List<TracedStay> all = new ArrayList<>(stays.toldBy(person));
    visits.forEach(traced -> all.add(stays.of(traced)));
    grading
        .grade(person, all)
        .ifPresent(
            met -> {
              ranking.offer(met);
              if (another) {
                people.add(person);
              }
              counts.merge(met.grade(), 1, Integer::sum);
            });
  }
}
