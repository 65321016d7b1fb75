package cn.venuepass.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error as clients get it (RFC 9457). Echoes no value that the client sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable List<FieldError> errors,
    @Nullable Instant activeFrom) {

  /** What is wrong with one field, in the client's language. */
  record FieldError(String field, String message) {}
}
