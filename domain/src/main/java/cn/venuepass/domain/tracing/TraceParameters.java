package cn.venuepass.domain.tracing;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The rules of a trace. Each change is a new version; a trace names the one that it used.
 *
 * @param version grows by one with every change, from 1
 * @param minimumOverlap how long two stays must overlap; one minute to a day
 * @param beforeOnset from how long before onset or positive sample the window reaches; at most 21
 *     days
 * @param typeWeights how risky a minute at a venue of the type is, in percent (1 to 1,000); 100 for
 *     types that are not named
 * @param secondRingGrades of which contacts the contacts are sought
 * @param secondRingSources of how many of them at most, those of the highest risk; at most 5,000
 * @param mostContacts how many contacts a ring holds, those of the highest risk; at most 50,000
 */
public record TraceParameters(
    int version,
    Duration minimumOverlap,
    Duration beforeOnset,
    Map<VenueTypeCode, Integer> typeWeights,
    Set<ContactGrade> secondRingGrades,
    int secondRingSources,
    int mostContacts) {
  private static final Duration LONGEST_BEFORE = Duration.ofDays(21);
  private static final int MOST_SOURCES = 5_000;
  private static final int MOST_CONTACTS = 50_000;
  private static final int USUAL_WEIGHT = 100;
  private static final int HIGHEST_WEIGHT = 1_000;
  private static final int MOST_TYPES = 500;

  /** What holds until somebody changes it. */
  public static final TraceParameters DEFAULT =
      new TraceParameters(
          1,
          Duration.ofMinutes(10),
          Duration.ofDays(4),
          Map.of(),
          Set.of(ContactGrade.CERTAIN, ContactGrade.PROBABLE),
          500,
          20_000);

  public TraceParameters {
    typeWeights = Map.copyOf(typeWeights);
    secondRingGrades = Set.copyOf(secondRingGrades);
    between(
        "minimumOverlapMinutes", minimumOverlap.toSeconds(), 60, Duration.ofDays(1).toSeconds());
    between("beforeOnsetHours", beforeOnset.toSeconds(), 0, LONGEST_BEFORE.toSeconds());
    between("typeWeights", typeWeights.size(), 0, MOST_TYPES);
    typeWeights.values().forEach(weight -> between("typeWeights", weight, 1, HIGHEST_WEIGHT));
    between("secondRingSources", secondRingSources, 1, MOST_SOURCES);
    between("mostContacts", mostContacts, 1, MOST_CONTACTS);
    if (secondRingGrades.isEmpty()) {
      throw new InvalidValue("secondRingGrades", Rule.REQUIRED);
    }
  }

  /** How risky a minute there is, in percent of the usual. */
  public int weight(VenueTypeCode type) {
    return typeWeights.getOrDefault(type, USUAL_WEIGHT);
  }

  private static void between(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw new InvalidValue(field, Rule.OUT_OF_RANGE);
    }
  }
}
