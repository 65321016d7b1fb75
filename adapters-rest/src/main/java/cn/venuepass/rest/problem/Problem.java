package cn.venuepass.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error as clients get it (RFC 9457). Echoes no value that the client sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable List<FieldError> errors,
    @Nullable Instant activeFrom) {

  /** The problem in the client's language. */
  public static Problem of(ProblemException problem, Messages messages) {
    ProblemType type = problem.type();
    String title = messages.of(type);
    List<FieldError> errors =
        problem.invalid().stream()
            .map(value -> new FieldError(value.field(), messages.of(value.rule())))
            .toList();
    String detail = errors.isEmpty() ? title : errors.get(0).message();
    return new Problem(
        type.urn(),
        title,
        type.status(),
        detail,
        type.name(),
        errors.isEmpty() ? null : errors,
        problem.activeFrom().orElse(null));
  }

  /** What is wrong with one field, in the client's language. */
  public record FieldError(String field, String message) {}
}
