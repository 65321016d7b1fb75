package cn.venuepass.bootstrap;

import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.scan;
import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.contract.AtOnce;
import cn.venuepass.testkit.contract.JourneysContract;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.http.People;
import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journeys on PostgreSQL, served by two nodes. */
class PostgresJourneysE2eTest implements JourneysContract {
  @TempDir private static Path data;

  private static final PersonalTraces TRACES = new PersonalTraces();
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static EmbeddedPostgres postgres;
  private static RunningJar first;
  private static RunningJar second;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
    first = node();
    second = node();
  }

  @AfterAll
  static void stop() throws IOException {
    TRACES.assertNoneIn(first.output() + second.output());
    first.close();
    second.close();
    postgres.close();
  }

  @Test
  void ofManyScansAtTwoNodesExactlyOneShouldEnter() {
    ApiClient keeper = first.api().resident(somebody());
    String venue =
        "/venues/" + keeper.post("/venues", People.hotel(People.COMMUNITY)).expect(201).field("id");
    ApiClient reviewer = second.api().staff("reviewer", "venuepass-demo");
    reviewer.post(venue + "/approval", Map.of()).expect(200);
    String poster =
        keeper.post(venue + "/posters", Map.of("direction", "IN")).expect(201).field("url");
    String name = somebody();
    ApiClient here = first.api().resident(name);
    here.put("/me/identity", identity(idNumber())).expect(200);
    ApiClient there = second.api().resident(name);
    List<String> outcomes =
        AtOnce.run(
            24,
            i ->
                (i % 2 == 0 ? here : there)
                    .post("/scans", scan(poster))
                    .expect(200)
                    .field("outcome"));
    assertThat(outcomes).containsOnlyOnce("ENTERED").containsOnly("ENTERED", "ALREADY_INSIDE");
  }

  @Test
  void oneBatchAtTwoNodesAtOnceShouldBeStoredOnce() {
    String name = somebody();
    ApiClient here = first.api().resident(name);
    ApiClient there = second.api().resident(name);
    String venue =
        "/venues/" + here.post("/venues", People.hotel(People.COMMUNITY)).expect(201).field("id");
    second
        .api()
        .staff("reviewer", "venuepass-demo")
        .post(venue + "/approval", Map.of())
        .expect(200);
    String elder = idNumber().text();
    List<Map<String, Object>> items =
        IntStream.rangeClosed(1, 40)
            .<Map<String, Object>>mapToObj(
                i ->
                    Map.of(
                        "scanId",
                        "batch-" + i,
                        "sequence",
                        i,
                        "at",
                        now().minusSeconds(6_000 - 60L * i).toString(),
                        "direction",
                        i % 2 == 0 ? "OUT" : "IN",
                        "idNumber",
                        elder))
            .toList();
    var batch = Map.of("deviceId", "gate", "items", items);
    List<JsonNode> answers =
        AtOnce.run(
            6,
            i ->
                (i % 2 == 0 ? here : there)
                    .post(venue + "/registrations/batch", batch)
                    .expect(200)
                    .json());
    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(here.get(venue + "/visits").json().at("/items")).hasSize(20);
    assertThat(there.get(venue + "/devices").field("items.0.lastSequence")).isEqualTo("40");
    assertThat(there.get(venue + "/devices").field("items.0.missing")).isEqualTo("0");
  }

  /** People come to both nodes in turn. */
  @Override
  public ApiClient api() {
    return (NEXT.getAndIncrement() % 2 == 0 ? first : second).api();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void aMomentLater() {
    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
  }

  @Override
  public ResidentIdNumber idNumber() {
    return TRACES.idNumber();
  }

  @Override
  public PhoneNumber phone() {
    return TRACES.phone();
  }

  private static RunningJar node() {
    return RunningJar.demo(
        data, "--db-url", postgres.getJdbcUrl("postgres", "postgres"), "--db-user", "postgres");
  }
}
