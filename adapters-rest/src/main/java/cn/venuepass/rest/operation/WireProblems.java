package cn.venuepass.rest.operation;

import cn.venuepass.rest.json.Json;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.Problem;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.problem.ProblemType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Problems that are answered before Jersey gets to see a request. */
final class WireProblems {
  static final String MEDIA_TYPE = "application/problem+json";
  private static final ObjectWriter JSON =
      Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());

  private WireProblems() {}

  /** The problem as JSON of ASCII alone, in the client's language. */
  static String text(ProblemType type, @Nullable String acceptLanguage) {
    Messages words = Messages.in(Optional.ofNullable(acceptLanguage));
    try {
      return JSON.writeValueAsString(Problem.of(new ProblemException(type), words));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
