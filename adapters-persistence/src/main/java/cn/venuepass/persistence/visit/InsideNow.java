package cn.venuepass.persistence.visit;

/** Who is inside, in SQL. */
public final class InsideNow {
  /**
   * Of presence {@code p}: inside {@code :venue} since after {@code :oldest}, and not gone from its
   * {@code :parent}, if it has one, as {@link
   * cn.venuepass.domain.visit.PresenceState#afterExitFromParent} says.
   */
  public static final String CONDITION =
      """
      p.venue_id = :venue AND p.inside AND p.since > :oldest
      AND NOT EXISTS (
            SELECT 1 FROM presence above
             WHERE above.venue_id = :parent AND above.person_id = p.person_id
               AND above.last_left >= p.last_seen)
      """;

  private InsideNow() {}
}
