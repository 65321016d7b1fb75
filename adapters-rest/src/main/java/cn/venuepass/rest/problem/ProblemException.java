package cn.venuepass.rest.problem;

import cn.venuepass.application.Denial;
import cn.venuepass.domain.InvalidValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<InvalidValue> invalid;
  private final transient Optional<Instant> activeFrom;

  public ProblemException(ProblemType type) {
    this(type, List.of(), Optional.empty());
  }

  private ProblemException(
      ProblemType type, List<InvalidValue> invalid, Optional<Instant> activeFrom) {
    super(type.name());
    this.type = type;
    this.invalid = List.copyOf(invalid);
    this.activeFrom = activeFrom;
  }

  /** Values that break their rules; an ID number among them names the problem. */
  public static ProblemException invalid(List<InvalidValue> values) {
    boolean idNumber = values.stream().anyMatch(value -> value.field().equals("idNumber"));
    return new ProblemException(
        idNumber ? ProblemType.INVALID_ID_NUMBER : ProblemType.INVALID_VALUE,
        values,
        Optional.empty());
  }

  /** JSON of another shape than the endpoint takes, at that field. */
  public static ProblemException malformed(List<InvalidValue> fields) {
    return new ProblemException(ProblemType.MALFORMED_REQUEST, fields, Optional.empty());
  }

  /** A use case said no. */
  public static ProblemException of(Denial denial) {
    if (denial instanceof Denial.ManagerNotActive notActive) {
      return new ProblemException(
          ProblemType.MANAGER_NOT_ACTIVE, List.of(), Optional.of(notActive.activeFrom()));
    }
    return new ProblemException(ProblemType.valueOf(((Denial.Plain) denial).name()));
  }

  ProblemType type() {
    return type;
  }

  List<InvalidValue> invalid() {
    return invalid;
  }

  Optional<Instant> activeFrom() {
    return activeFrom;
  }
}
