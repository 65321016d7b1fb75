package cn.venuepass.domain.tracing;

/**
 * How sure it is that two stays overlap long enough, the surest first. Rules: the domain document,
 * "Contacts".
 */
public enum ContactGrade {
  /** What was observed of both overlaps enough. */
  CERTAIN,
  /** The best guesses do. */
  PROBABLE,
  /** Only the outer bounds do. */
  POSSIBLE;

  /** The surer of the two. */
  public ContactGrade or(ContactGrade other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
