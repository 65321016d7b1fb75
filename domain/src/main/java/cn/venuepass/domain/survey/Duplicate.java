package cn.venuepass.domain.survey;

import cn.venuepass.domain.venue.VenueId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * That a venue may be the same as another one that somebody applied for: it has the same social
 * credit code, or lies in the same community and looks alike.
 *
 * @param score how alike the two are, 0 to 100; with one code they are worth a question at least
 */
public record Duplicate(VenueId venue, int score, PlaceLink.Ground ground) {
  /** The most that anybody looks through. */
  public static final int MOST = 20;

  private static final Comparator<Duplicate> BEST_FIRST =
      Comparator.comparingInt(Duplicate::score)
          .reversed()
          .thenComparing(Duplicate::ground)
          .thenComparing(duplicate -> duplicate.venue().value());

  /** Which of the others may be the same as this one, the most alike first. */
  public static List<Duplicate> of(AppliedVenue one, Collection<AppliedVenue> others) {
    Likeness look = Likeness.of(one);
    return others.stream()
        .filter(other -> !other.id().equals(one.id()))
        .flatMap(other -> compare(one, look, other).stream())
        .sorted(BEST_FIRST)
        .limit(MOST)
        .toList();
  }

  private static Optional<Duplicate> compare(AppliedVenue one, Likeness look, AppliedVenue other) {
    int score = look.score(Likeness.of(other));
    if (one.socialCreditCode().isPresent()
        && one.socialCreditCode().equals(other.socialCreditCode())) {
      int least = Math.max(score, Likeness.OFFERED);
      return Optional.of(new Duplicate(other.id(), least, PlaceLink.Ground.SAME_CODE));
    }
    return score >= Likeness.OFFERED && one.community().equals(other.community())
        ? Optional.of(new Duplicate(other.id(), score, PlaceLink.Ground.ALIKE))
        : Optional.empty();
  }
}
