package cn.venuepass.domain;

/**
 * A value that breaks its own rule, such as an ID number with a wrong check character. Names the
 * field and the rule, never the value: values may be personal.
 */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The rule that is broken; clients see a sentence for it in their language. */
  public enum Rule {
    REQUIRED,
    TOO_SHORT,
    TOO_LONG,
    /** A password that is easily guessed. */
    TOO_EASY,
    CHARACTERS,
    FORMAT,
    ID_NUMBER_FORM,
    ID_NUMBER_DATE,
    ID_NUMBER_CHECK,
    PHONE_NUMBER,
    SOCIAL_CREDIT_CODE,
    OUT_OF_RANGE,
    UNKNOWN,
    NOT_A_COMMUNITY,
    /** A venue that cannot be a parent: unknown, not approved, or with a parent itself. */
    NO_PARENT,
    /** Exactly one of some fields must be given. */
    EXACTLY_ONE,
    TOO_MANY,
    /** A table without the column of that name. */
    NO_COLUMN,
    /** A role that a jurisdiction cannot carry. */
    NOT_FOR_JURISDICTION,
    /** A division in a place where its level cannot be. */
    NOT_BELOW_THERE,
    /** The same thing a second time. */
    REPEATED,
    /** A measure against a venue for which the findings give no reason. */
    NO_REASON,
    /** A deadline of a measure that has none. */
    NOT_FOR_MEASURE,
    /** A rule on which no order about such a thing can rest. */
    NOT_FOR_TARGET,
    /** It belongs to another place than the rest of the line says. */
    OF_ANOTHER_PLACE
  }

  private final String field;
  private final Rule rule;

  public InvalidValue(String field, Rule rule) {
    super(field + ": " + rule);
    this.field = field;
    this.rule = rule;
  }

  public String field() {
    return field;
  }

  public Rule rule() {
    return rule;
  }
}
