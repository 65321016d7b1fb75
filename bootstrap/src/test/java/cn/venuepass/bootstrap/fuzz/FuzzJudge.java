package cn.venuepass.bootstrap.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what is wrong with an answer. */
final class FuzzJudge {
  private static final Set<Integer> ALWAYS =
      Set.of(400, 404, 405, 406, 413, 414, 415, 417, 429, 431);
  private static final Pattern INSIDE =
      Pattern.compile("Exception|\\tat |at cn\\.venuepass|org\\.(glassfish|jdbi|h2|postgresql)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FuzzedDocument document;
  private final List<String> marks;

  /**
   * A judge.
   *
   * @param marks personal values that stand in requests, and that no answer may hold
   */
  FuzzJudge(FuzzedDocument document, List<String> marks) {
    this.document = document;
    this.marks = marks;
  }

  Optional<String> faultOf(FuzzRequest request, FuzzAnswer answer) {
    int status = answer.status();
    if (status >= 500 && !(status == 503 && answer.text().contains("\"SIGN_IN_UNAVAILABLE\""))) {
      return Optional.of("status " + status);
    } else if (status == 0) {
      return Optional.of("no HTTP");
    } else if (!isOfATeam(request, status)
        && marks.stream().anyMatch(m -> answer.text().contains(m) || answer.head().contains(m))) {
      return Optional.of("an echo of a personal value");
    } else if ((status >= 400 || answer.contentType().contains("json"))
        && INSIDE.matcher(answer.text()).find()) {
      return Optional.of("a look inside");
    } else if (status >= 400
        && !answer.text().isEmpty()
        && answer.contentType().equals("text/html")) {
      return request.operation().path().startsWith("/api/")
          ? Optional.of("a page instead of a problem")
          : Optional.empty();
    }
    return undocumented(request, answer);
  }

  /** The team of a case is told whom it is about; problems tell nobody. */
  private static boolean isOfATeam(FuzzRequest request, int status) {
    return status < 300 && request.operation().path().startsWith("/api/v1/cases");
  }

  private Optional<String> undocumented(FuzzRequest request, FuzzAnswer answer) {
    int status = answer.status();
    JsonNode response = request.operation().responses().get(status);
    if (!request.faithful()) {
      response = status >= 400 ? document.problem() : null;
    } else if (response == null && ALWAYS.contains(status)) {
      response = document.problem();
    } else if (response == null) {
      return Optional.of("undocumented status " + status);
    }
    if (response == null || answer.text().isEmpty()) {
      return Optional.empty();
    } else if (!answer.contentType().contains("json")) {
      return status >= 400
          ? Optional.of("no problem+json with status " + status)
          : Optional.empty();
    }
    try {
      String wrong =
          document.faultsOf(response, answer.contentType(), JSON.readTree(answer.text()));
      return wrong.isEmpty()
          ? Optional.empty()
          : Optional.of("not as its schema with status " + status + ", " + wrong);
    } catch (JsonProcessingException e) {
      return Optional.of("unreadable JSON");
    }
  }
}
