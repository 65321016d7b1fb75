package cn.venuepass.domain.control;

import cn.venuepass.domain.control.ControlTarget.Kind;
import java.time.Duration;

/**
 * On what a control order may rest: nobody is kept out of anywhere for another reason, nor for
 * longer than the rule's term. The terms follow the national protocol for prevention and control,
 * 8th edition (2021): fourteen days of isolation and seven at home.
 */
public enum ControlRule {
  /** A confirmed case, from the diagnosis until after the convalescence. */
  CONFIRMED_CASE(Kind.PERSON, 42),
  /** Symptoms or a first positive sample, until a second one tells. */
  SUSPECTED_CASE(Kind.PERSON, 3),
  CLOSE_CONTACT(Kind.PERSON, 21),
  /** A contact of the second ring. */
  SECONDARY_CONTACT(Kind.PERSON, 14),

  /** A case was there; until it is disinfected and those who were there are found. */
  CASE_AT_VENUE(Kind.VENUE, 14),
  /** The virus was found on the venue's surfaces, goods or in its air. */
  ENVIRONMENT_SAMPLE(Kind.VENUE, 7),
  /** What was ordered (责令改正) was not done in time (notice, part three). */
  RECTIFICATION_REFUSED(Kind.VENUE, 30);

  private final Kind target;
  private final Duration longestTerm;

  ControlRule(Kind target, int days) {
    this.target = target;
    this.longestTerm = Duration.ofDays(days);
  }

  /** What an order by this rule may concern. */
  public Kind target() {
    return target;
  }

  /** How long an order by this rule may last, from its proposal on. */
  public Duration longestTerm() {
    return longestTerm;
  }
}
