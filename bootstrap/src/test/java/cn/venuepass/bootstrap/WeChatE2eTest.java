package cn.venuepass.bootstrap;

import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.scan;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.PosterCodes;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Production with a WeChat that answers, says no, hangs, and is gone. */
class WeChatE2eTest {
  private static final String SECRET = "sample-app-secret";
  private static final UUID POSTER = new UUID(1, 1);

  @TempDir private static Path directory;

  private static final PersonalTraces TRACES = new PersonalTraces();
  private static Path keys;
  private static EmbeddedPostgres postgres;
  private static WeChatOnLoopback weChat;
  private static RunningJar server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    keys = directory.resolve("keys.json");
    assertThat(RunningJar.run(Map.of(), "keys", "new", keys.toString()).code()).isZero();
    Path templates = directory.resolve("templates.properties");
    Files.writeString(templates, "review-decided=sample-template\n");
    postgres = EmbeddedPostgres.start();
    weChat = new WeChatOnLoopback();
    server =
        RunningJar.serve(
            Ports.free(),
            Map.of("VENUEPASS_WECHAT_SECRET", SECRET),
            "--keys",
            keys.toString(),
            "--db-url",
            postgres.getJdbcUrl("postgres", "postgres"),
            "--db-user",
            "postgres",
            "--public-base",
            "https://venuepass.example",
            "--threads",
            "4",
            "--wechat-app-id",
            "wx-sample-app",
            "--wechat-templates",
            templates.toString(),
            "--wechat-read-timeout",
            "PT1M",
            "--wechat-url",
            weChat.url());
    openAVenue();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    weChat.close();
    postgres.close();
    TRACES.assertNoneIn(server.output());
    assertThat(server.output())
        .contains("WeChat is set up, with 1 message templates", "errcode 40163")
        .doesNotContain(SECRET, "wx-sample-app", "open-", "sample-token", "sample-session-key");
  }

  @Test
  void aCodeShouldSignSomebodyInOnce() {
    Answer first = signIn("first").expect(200);
    assertThat(first.field("account.realNamed")).isEqualTo("false");
    signIn("first").expectProblem(401, "SIGN_IN_FAILED");
    assertThat(signIn("second").expect(200).field("account.id"))
        .isNotEqualTo(first.field("account.id"));
  }

  @Test
  void thePhoneShouldComeFromWeChatWithOneTokenForAllCalls() {
    for (String name : List.of("a", "b", "c")) {
      Map<String, Object> sharing = new HashMap<>(identity(TRACES.idNumber()));
      sharing.remove("phone");
      sharing.put("phoneCode", "phone-code-" + name);
      Answer profile = resident(name).put("/me/identity", sharing).expect(200);
      assertThat(profile.field("person.maskedPhone")).isEqualTo("138****0000");
    }
    assertThat(weChat.tokensGiven()).isEqualTo(1);
  }

  @Test
  void scansShouldGoOnWhileWeChatHangs() {
    ApiClient guest = resident("guest");
    guest.put("/me/identity", identity(TRACES.idNumber())).expect(200);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      CompletableFuture<Answer> hanging =
          CompletableFuture.supplyAsync(() -> signIn(WeChatOnLoopback.HANGING_CODE), threads);
      weChat.awaitHangingCall();
      signIn("one too many").expectProblem(503, "SIGN_IN_UNAVAILABLE");
      assertThat(guest.post("/scans", scan(posterCode())).expect(200).field("outcome"))
          .isEqualTo("ENTERED");
      assertThat(hanging).isNotDone();
      weChat.answerIt();
      hanging.join().expect(200);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aWeChatThatIsGoneShouldKeepPeopleOutAndNobodyElse() throws IOException {
    try (RunningJar alone =
        RunningJar.serve(
            Ports.free(),
            Map.of(),
            "--keys",
            keys.toString(),
            "--db-url",
            postgres.getJdbcUrl("postgres", "postgres"),
            "--db-user",
            "postgres",
            "--public-base",
            "https://venuepass.example",
            "--wechat-app-id",
            "wx-sample-app",
            "--wechat-secret",
            SECRET,
            "--wechat-url",
            "http://127.0.0.1:" + Ports.free())) {
      alone
          .api()
          .post("/sessions/wechat", Map.of("code", "code"))
          .expectProblem(503, "SIGN_IN_UNAVAILABLE");
      alone.api().get("/posters/" + posterCode()).expect(200);
    }
  }

  @Test
  void everyFaultOfTheCarriersSettingsShouldBeListed() throws IOException {
    Path gateway = directory.resolve("sms.properties");
    Files.writeString(gateway, "url=nowhere\nheader.Authorization=a-secret\nbody={}\n");
    var finished =
        RunningJar.run(
            Map.of(),
            "serve",
            "--wechat-app-id",
            "wx-sample-app",
            "--wechat-url",
            "nowhere",
            "--wechat-read-timeout",
            "PT0S",
            "--wechat-templates",
            directory.resolve("none").toString(),
            "--sms-gateway",
            gateway.toString());
    assertThat(finished.code()).isEqualTo(2);
    assertThat(finished.output())
        .contains(
            "--wechat-app-id, --wechat-secret:",
            "--wechat-url:",
            "--wechat-read-timeout:",
            "--wechat-templates: cannot be read",
            "--sms-gateway: url")
        .doesNotContain("a-secret");
  }

  private static Answer signIn(String code) {
    return server.api().post("/sessions/wechat", Map.of("code", code));
  }

  private static ApiClient resident(String name) {
    return server.api().bearing(signIn("of " + name).expect(200).field("accessToken"));
  }

  private static String posterCode() {
    return new PosterCodes(new KeysFile(keys).read().posterMacKeys(Instant.now()))
        .codeOf(new PosterId(POSTER));
  }

  private static void openAVenue() throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO division VALUES ('1', NULL, 'c', 'COMMUNITY', '1/')");
      statement.execute("INSERT INTO venue_type VALUES ('HOTEL', 'h', 'd', 60, 3600, 60)");
      statement.execute(
          """
          INSERT INTO venue (id, applicant_id, name, type_code, contact_name, contact_phone,
                             community_code, address, tracks_exits, status, applied_at, decided_at,
                             revision, ever_approved)
          VALUES ('%1$s', '%1$s', 'v', 'HOTEL', '', '', '1', 'a', false, 'APPROVED', now(), now(),
                  1, true)
          """
              .formatted(POSTER));
      statement.execute(
          """
          INSERT INTO poster (id, venue_id, direction, issued_at)
          VALUES ('%1$s', '%1$s', 'IN', now())
          """
              .formatted(POSTER));
    }
  }
}
