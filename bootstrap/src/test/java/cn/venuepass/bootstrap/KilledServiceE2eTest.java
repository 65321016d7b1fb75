package cn.venuepass.bootstrap;

import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.http.People;
import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after kill -9, and what is sent again changes nothing. */
class KilledServiceE2eTest {
  private static final int PEOPLE = 6;
  private static final int ACKNOWLEDGED_BEFORE_KILL = 60;

  @TempDir private Path data;

  @Test
  void acknowledgedScansShouldSurviveAKillOnH2() {
    killBetweenScans();
  }

  @Test
  void acknowledgedScansShouldSurviveAKillOnPostgres() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      killBetweenScans(
          "--db-url", postgres.getJdbcUrl("postgres", "postgres"), "--db-user", "postgres");
    }
  }

  private void killBetweenScans(String... options) {
    Map<Scan, Answer> acknowledged = new ConcurrentHashMap<>();
    try (RunningJar server = RunningJar.demo(data, options)) {
      Gate gate = openGate(server.api());
      scanUntilKilled(server, gate, acknowledged);
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_KILL);
    try (RunningJar server = RunningJar.demo(data, options)) {
      Map<String, ApiClient> people = new LinkedHashMap<>();
      acknowledged.forEach(
          (scan, answer) -> {
            ApiClient person =
                people.computeIfAbsent(scan.person(), name -> server.api().resident(name));
            assertThat(person.post("/scans", scan.body()).expect(200).json())
                .isEqualTo(answer.json());
          });
      people.forEach(
          (name, person) -> {
            JsonNode visits = person.get("/me/visits?limit=200").expect(200).json();
            acknowledged.forEach(
                (scan, answer) -> {
                  if (scan.person().equals(name)) {
                    assertThat(visits.findValuesAsText("visitId"))
                        .containsOnlyOnce(answer.field("visitId"));
                  }
                });
          });
    }
  }

  private static void scanUntilKilled(
      RunningJar server, Gate gate, Map<Scan, Answer> acknowledged) {
    ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    for (int i = 0; i < PEOPLE; i++) {
      String name = somebody();
      ApiClient person = server.api().resident(name);
      person.put("/me/identity", identity(SampleIdNumbers.next())).expect(200);
      threads.execute(
          () -> {
            for (int step = 0; step < 400; step++) {
              var scan = new Scan(name, UUID.randomUUID().toString(), gate.poster(step % 2 == 0));
              try {
                acknowledged.put(scan, person.post("/scans", scan.body()).expect(200));
              } catch (UncheckedIOException killed) {
                return;
              }
              if (acknowledged.size() >= ACKNOWLEDGED_BEFORE_KILL) {
                server.kill();
              }
            }
          });
    }
    threads.shutdown();
    try {
      assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Gate openGate(ApiClient api) {
    ApiClient keeper = api.resident(somebody());
    String venue =
        "/venues/" + keeper.post("/venues", People.hotel(People.COMMUNITY)).expect(201).field("id");
    api.staff("reviewer", DemoData.PASSWORD).post(venue + "/approval", Map.of()).expect(200);
    return new Gate(
        keeper.post(venue + "/posters", Map.of("direction", "IN")).field("url"),
        keeper.post(venue + "/posters", Map.of("direction", "OUT")).field("url"));
  }

  private record Gate(String in, String out) {
    String poster(boolean entering) {
      return entering ? in : out;
    }
  }

  private record Scan(String person, String id, String code) {
    Map<String, String> body() {
      return Map.of("scanId", id, "code", code);
    }
  }
}
