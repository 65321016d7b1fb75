package cn.venuepass.rest.problem;

import cn.venuepass.application.Denial;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<InvalidValue> invalid;
  private final transient Optional<Instant> activeFrom;
  private final transient Optional<Duration> retryAfter;

  public ProblemException(ProblemType type) {
    this(type, List.of());
  }

  private ProblemException(ProblemType type, List<InvalidValue> invalid) {
    this(type, invalid, Optional.empty(), Optional.empty());
  }

  private ProblemException(
      ProblemType type,
      List<InvalidValue> invalid,
      Optional<Instant> activeFrom,
      Optional<Duration> retryAfter) {
    super(type.name());
    this.type = type;
    this.invalid = List.copyOf(invalid);
    this.activeFrom = activeFrom;
    this.retryAfter = retryAfter;
  }

  /** Values that break their rules; an ID number that is none names the problem. */
  public static ProblemException invalid(List<InvalidValue> values) {
    boolean idNumber =
        values.stream()
            .filter(value -> value.rule() != Rule.EXACTLY_ONE)
            .anyMatch(value -> value.field().equals("idNumber"));
    return new ProblemException(
        idNumber ? ProblemType.INVALID_ID_NUMBER : ProblemType.INVALID_VALUE, values);
  }

  /** JSON of another shape than the endpoint takes, at that field. */
  public static ProblemException malformed(List<InvalidValue> fields) {
    return new ProblemException(ProblemType.MALFORMED_REQUEST, fields);
  }

  /** JSON of another shape than the endpoint takes. */
  public static ProblemException of(JacksonException failure) {
    return malformed(place(failure));
  }

  /** A use case said no. */
  public static ProblemException of(Denial denial) {
    if (denial instanceof Denial.ManagerNotActive notActive) {
      return new ProblemException(
          ProblemType.MANAGER_NOT_ACTIVE,
          List.of(),
          Optional.of(notActive.activeFrom()),
          Optional.empty());
    } else if (denial instanceof Denial.TooManyRequests tooMany) {
      return new ProblemException(
          ProblemType.TOO_MANY_REQUESTS,
          List.of(),
          Optional.empty(),
          Optional.of(tooMany.retryAfter()));
    }
    return new ProblemException(ProblemType.valueOf(((Denial.Plain) denial).name()));
  }

  /** The field at which reading stopped; not the name of one that only the client knows. */
  private static List<InvalidValue> place(JacksonException failure) {
    boolean ownName = failure instanceof UnrecognizedPropertyException;
    if (ownName || !(failure instanceof JsonMappingException mapping)) {
      return List.of();
    }
    return mapping.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(Objects::nonNull)
        .reduce((first, last) -> last)
        .map(name -> new InvalidValue(name, Rule.FORMAT))
        .stream()
        .toList();
  }

  public ProblemType type() {
    return type;
  }

  /** The values that break their rules. */
  public List<InvalidValue> invalid() {
    return invalid;
  }

  Optional<Instant> activeFrom() {
    return activeFrom;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
