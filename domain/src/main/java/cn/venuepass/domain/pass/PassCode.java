package cn.venuepass.domain.pass;

import cn.venuepass.domain.person.PersonId;
import java.time.Duration;
import java.time.Instant;

/** What an authentic pass code (通行码) says. Shows who somebody is, and opens nothing else. */
public sealed interface PassCode {

  /** On a screen: good for five minutes from its making. */
  record OnScreen(PersonId person, Instant expiresAt) implements PassCode {
    public static final Duration VALIDITY = Duration.ofMinutes(5);

    /**
     * Whether it is good at a time.
     *
     * @param tolerance how far the clock that took the time may differ from ours
     */
    public boolean isGoodAt(Instant at, Duration tolerance) {
      return at.isBefore(expiresAt.plus(tolerance))
          && !at.isBefore(expiresAt.minus(VALIDITY).minus(tolerance));
    }
  }

  /** On a paper card: good until it is revoked, which only a store knows. */
  record OnPaper(PaperPassId pass) implements PassCode {}
}
