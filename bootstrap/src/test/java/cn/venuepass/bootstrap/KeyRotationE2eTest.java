package cn.venuepass.bootstrap;

import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.scan;
import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.Keys.Ring;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.persistence.Database;
import cn.venuepass.persistence.DatabaseSettings;
import cn.venuepass.persistence.rotation.KeyUsage;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.http.People;
import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are replaced while people come and go, and nobody notices. */
class KeyRotationE2eTest {
  private static final int CLIENTS = 6;
  private static final int PEOPLE = 25;
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  @TempDir private Path data;

  private EmbeddedPostgres postgres;
  private DatabaseSettings settings;

  @BeforeEach
  void start() throws IOException {
    postgres = EmbeddedPostgres.start();
    settings = new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", 2);
  }

  @AfterEach
  void stop() throws IOException {
    postgres.close();
  }

  @Test
  void everyKeyShouldRotateUnderLoadWithoutOneFailedRequest() {
    try (RunningJar first = node();
        RunningJar second = node()) {
      List<ApiClient> nodes = List.of(first.api(), second.api());
      ApiClient keeper = first.api().resident("keeper");
      String venue = venue(keeper, first.api());
      String poster = poster(keeper, venue);
      long oldKey = primary(Ring.ENCRYPTION);
      var load = new Load(nodes, keeper, venue, poster);
      awaitThat(() -> load.rounds.get() >= CLIENTS);
      assertThat(keys("rotate", "--after", "PT15S").code()).isZero();
      awaitThat(() -> primary(Ring.ENCRYPTION) != oldKey);
      int before = load.rounds.get();
      awaitThat(() -> load.rounds.get() >= before + 3 * CLIENTS);
      awaitThat(() -> !usage().encryption().containsKey(oldKey));
      load.end();
      load.names.forEach(name -> nodes.get(1).resident(name));
      ApiClient sameKeeper = nodes.get(1).resident("keeper");
      awaitThat(() -> !usage().hash().containsKey(1L));

      assertThat(load.failures).as(first.output() + second.output()).isEmpty();
      assertThat(keys("status", database()).output())
          .contains("hash        1           understood  0 values", "re-encryption: ");
      assertThat(load.visitor(0).post("/scans", scan(poster)).status()).isEqualTo(200);
      assertThat(poster(sameKeeper, venue)).isNotEqualTo(poster);
      JsonNode seen = sameKeeper.get(venue).expect(200).json();
      assertThat(keys("retire", "--ring", "token", "--key", "1").output()).contains("Refused");
      assertThat(keys("retire", "--ring", "poster", "--key", "1").output()).contains("Refused");
      awaitThat(() -> retire("encryption", oldKey));
      awaitThat(() -> retire("hash", 1));

      first.kill();
      try (RunningJar restarted = node()) {
        assertThat(restarted.api().resident("keeper").get(venue).expect(200).json())
            .isEqualTo(seen);
        load.names.stream()
            .limit(CLIENTS)
            .forEach(
                name -> {
                  JsonNode me = restarted.api().resident(name).get("/me").expect(200).json();
                  assertThat(me)
                      .isEqualTo(second.api().resident(name).get("/me").expect(200).json());
                  assertThat(me.toString()).contains("*");
                });
      }
      assertThat(second.output()).doesNotContain(" ERROR ", " WARN ");
    }
  }

  @Test
  void reencryptionShouldGoOnAfterAKill() {
    List<String> names = IntStream.range(0, PEOPLE).mapToObj(i -> somebody()).toList();
    List<JsonNode> before = new ArrayList<>();
    long oldKey;
    try (RunningJar slow = node("--rotation-slice", "1", "--rotation-pause", "PT0.3S")) {
      for (String name : names) {
        ApiClient person = slow.api().resident(name);
        person.put("/me/identity", identity(SampleIdNumbers.next())).expect(200);
        before.add(person.get("/me").expect(200).json());
      }
      oldKey = primary(Ring.ENCRYPTION);
      assertThat(usage().encryption()).containsOnlyKeys(oldKey);
      assertThat(keys("rotate", "--after", "PT5S").code()).isZero();
      awaitThat(() -> usage().encryption().size() == 2);
      slow.kill();
    }
    assertThat(usage().encryption()).hasSize(2);
    assertThat(usage().walk()).startsWith("under way in person");
    try (RunningJar restarted = node()) {
      awaitThat(() -> usage().walk().startsWith("finished"));
      assertThat(usage().encryption()).containsOnlyKeys(primary(Ring.ENCRYPTION));
      assertThat(primary(Ring.ENCRYPTION)).isNotEqualTo(oldKey);
      for (int i = 0; i < PEOPLE; i++) {
        JsonNode me = restarted.api().resident(names.get(i)).get("/me").expect(200).json();
        assertThat(me).isEqualTo(before.get(i));
      }
    }
  }

  /** People who sign in, name themselves, scan and look, at both nodes, until told to stop. */
  private static final class Load {
    private final List<ApiClient> nodes;
    private final ApiClient keeper;
    private final String venue;
    private final String poster;
    private final List<String> names = new CopyOnWriteArrayList<>();
    private final List<ApiClient> visitors = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    Load(List<ApiClient> nodes, ApiClient keeper, String venue, String poster) {
      this.nodes = nodes;
      this.keeper = keeper;
      this.venue = venue;
      this.poster = poster;
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        threads.execute(() -> repeat(client));
      }
    }

    ApiClient visitor(int i) {
      return visitors.get(i);
    }

    void end() {
      over.set(true);
      threads.shutdown();
      try {
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void repeat(int client) {
      for (int i = client; !over.get(); i++) {
        try {
          round(nodes.get(i % 2), nodes.get((i + 1) % 2));
        } catch (AssertionError | RuntimeException e) {
          failures.add(e);
        }
        int unused = rounds.incrementAndGet();
      }
    }

    private void round(ApiClient here, ApiClient there) {
      String name = somebody();
      names.add(name);
      ResidentIdNumber idNumber = SampleIdNumbers.next();
      String token =
          here.post("/sessions/wechat", Map.of("code", "demo:" + name))
              .expect(200)
              .field("accessToken");
      ApiClient onBoth = there.bearing(token);
      here.bearing(token).put("/me/identity", identity(idNumber)).expect(200);
      onBoth.put("/me/identity", identity(idNumber)).expect(200);
      ApiClient again = there.resident(name);
      visitors.add(again);
      again.post("/scans", scan(poster)).expect(200);
      assertThat(again.get("/me/visits").expect(200).json().at("/items")).hasSize(1);
      assertThat(here.bearing(token).get("/me").expect(200).text()).contains("*");
      assertThat(keeper.get(venue).expect(200).text()).contains("王样本");
      visitors.get(0).get("/me").expect(200);
    }
  }

  private RunningJar node(String... pace) {
    List<String> options = new ArrayList<>(List.of(database()));
    options.add("--no-limits");
    options.addAll(List.of(pace));
    return RunningJar.demo(data, options.toArray(String[]::new));
  }

  private String[] database() {
    return new String[] {"--db-url", settings.url(), "--db-user", settings.user()};
  }

  private boolean retire(String ring, long key) {
    List<String> arguments = new ArrayList<>(List.of("--ring", ring, "--key", String.valueOf(key)));
    arguments.addAll(List.of(database()));
    return keys("retire", arguments.toArray(String[]::new)).code() == 0;
  }

  private RunningJar.Finished keys(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of("keys", command, file().toString()));
    all.addAll(List.of(arguments));
    return RunningJar.run(Map.of(), all.toArray(String[]::new));
  }

  private long primary(Ring ring) {
    return new KeysFile(file()).read().primary(ring, Clock.systemUTC().instant());
  }

  private Path file() {
    return data.resolve("keys.json");
  }

  private KeyUsage usage() {
    try (Database database = Database.look(settings)) {
      return database.keyUsage();
    }
  }

  private static String venue(ApiClient keeper, ApiClient api) {
    String venue =
        "/venues/" + keeper.post("/venues", People.hotel(People.COMMUNITY)).expect(201).field("id");
    api.staff("reviewer", DemoData.PASSWORD).post(venue + "/approval", Map.of()).expect(200);
    return venue;
  }

  private static String poster(ApiClient keeper, String venue) {
    return keeper.post(venue + "/posters", Map.of("direction", "IN")).expect(201).field("url");
  }

  private static void awaitThat(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(DEADLINE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
