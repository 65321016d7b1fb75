package cn.venuepass.bootstrap.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The judge of the fuzz run sees what is wrong; otherwise its silence would mean nothing. */
class FuzzJudgeTest {
  private static final String PROBLEM = "application/problem+json";
  private static final String MARK = "样本标记";

  private final FuzzedDocument document = FuzzedDocument.load();
  private final FuzzJudge judge = new FuzzJudge(document, List.of(MARK));

  @Test
  void whatTheDocumentPromisesShouldBeRight() throws IOException {
    assertThat(fault("204 No Content", "", "")).isEmpty();
    assertThat(fault("403 Forbidden", PROBLEM, problem(403, "FORBIDDEN"))).isEmpty();
    assertThat(fault("405 Method Not Allowed", PROBLEM, problem(405, "METHOD_NOT_ALLOWED")))
        .isEmpty();
  }

  @Test
  void aServerThatFailsShouldBeSeen() throws IOException {
    assertThat(fault("500 Internal Server Error", PROBLEM, problem(500, "INTERNAL_ERROR")))
        .contains("status 500");
    assertThat(fault("503 Service Unavailable", PROBLEM, problem(503, "UNAVAILABLE")))
        .contains("status 503");
  }

  @Test
  void anEchoAndALookInsideShouldBeSeen() throws IOException {
    assertThat(fault("404 Not Found", PROBLEM, problem(404, MARK)))
        .hasValueSatisfying(f -> assertThat(f).contains("echo"));
    assertThat(fault("400 Bad Request", "text/plain", "java.lang.IllegalStateException"))
        .contains("a look inside");
  }

  @Test
  void whatTheDocumentDoesNotPromiseShouldBeSeen() throws IOException {
    assertThat(fault("200 OK", "application/json", "{}")).contains("undocumented status 200");
    assertThat(fault("404 Not Found", "text/plain", "404"))
        .contains("no problem+json with status 404");
    assertThat(fault("404 Not Found", PROBLEM, "{\"more\":1}"))
        .hasValueSatisfying(f -> assertThat(f).startsWith("not as its schema"));
  }

  private Optional<String> fault(String status, String type, String body) throws IOException {
    String wire =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.getBytes(UTF_8).length
            + "\r\n\r\n"
            + body;
    FuzzAnswer answer =
        FuzzAnswer.read(new ByteArrayInputStream(wire.getBytes(UTF_8)), "DELETE").orElseThrow();
    return judge.faultOf(request(), answer);
  }

  private FuzzRequest request() {
    FuzzedOperation operation =
        document.operations().stream()
            .filter(o -> o.toString().equals("DELETE /api/v1/me/family/{id}"))
            .findFirst()
            .orElseThrow();
    return new FuzzRequest(
        operation,
        true,
        "nobody",
        "DELETE",
        "/api/v1/me/family/x",
        List.of(),
        "",
        FuzzRequest.Framing.LENGTH);
  }

  private static String problem(int status, String code) {
    return """
        {"type": "urn:venuepass:problem:%s", "title": "t", "status": %d, "detail": "d", "code": "%s"}
        """
        .formatted(code, status, code);
  }
}
