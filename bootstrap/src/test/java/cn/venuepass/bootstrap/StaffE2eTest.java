package cn.venuepass.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From empty database to working administrator, as in production; H2 stands in. */
class StaffE2eTest {
  private static final Pattern PASSWORD = Pattern.compile("password {2}(\\S+)");
  private static final String OWN_PASSWORD = "a long enough sentence";

  @TempDir private Path directory;
  private Map<String, String> installation = Map.of();

  @BeforeEach
  void makeKeys() {
    Path keys = directory.resolve("keys.json");
    assertThat(RunningJar.run(Map.of(), "keys", "new", keys.toString()).code()).isZero();
    installation =
        Map.of(
            "VENUEPASS_KEYS",
            keys.toString(),
            "VENUEPASS_DB_URL",
            "jdbc:h2:file:" + directory.resolve("venuepass"));
  }

  @Test
  void theFirstAdministratorShouldComeFromTheCommandLineAndProveTwice() throws Exception {
    plantDivisions();
    String given = password(run(0, "staff", "add", "first-admin", "--division", "659002000000"));
    assertThat(run(2, "staff", "add", "first-admin", "--division", "659002000000"))
        .contains("this username is taken");
    try (RunningJar server = serve()) {
      Answer signedIn = signIn(server.api(), given, Map.of()).expect(200);
      assertThat(signedIn.field("account.obligation")).isEqualTo("CHANGE_PASSWORD");
      ApiClient admin = server.api().bearing(signedIn.field("accessToken"));
      admin.get("/staff").expectProblem(403, "PASSWORD_CHANGE_REQUIRED");
      admin
          .put("/staff/me/password", Map.of("currentPassword", given, "newPassword", OWN_PASSWORD))
          .expect(204);
      admin.get("/staff").expectProblem(403, "SECOND_FACTOR_ENROLMENT_REQUIRED");
      String secret = admin.post("/staff/me/second-factor", Map.of()).expect(201).field("secret");
      admin
          .post("/staff/me/second-factor/confirmation", Map.of("otp", wrong(secret)))
          .expectProblem(422, "WRONG_SECOND_FACTOR");
      String code = code(secret, Instant.now());
      admin.post("/staff/me/second-factor/confirmation", Map.of("otp", code)).expect(204);
      assertThat(admin.get("/staff").expect(200).json().at("/items")).hasSize(1);
      signIn(server.api(), OWN_PASSWORD, Map.of()).expectProblem(401, "SECOND_FACTOR_REQUIRED");
      signIn(server.api(), OWN_PASSWORD, Map.of("otp", code)).expectProblem(401, "SIGN_IN_FAILED");
      String next = code(secret, Instant.now().plusSeconds(30));
      signIn(server.api(), OWN_PASSWORD, Map.of("otp", next)).expect(200);
      assertThat(server.stop()).isEqualTo(143);
      assertThat(server.output())
          .contains("audit log sealed to")
          .doesNotContain(given, OWN_PASSWORD, secret, " WARN ", " ERROR ");
    }
  }

  @Test
  void whoLostPasswordAndPhoneShouldBeLetInAgain() throws Exception {
    plantDivisions();
    String first = password(run(0, "staff", "add", "first-admin", "--division", "659002000000"));
    String second = password(run(0, "staff", "reset", "first-admin"));
    assertThat(second).isNotEqualTo(first);
    assertThat(run(2, "staff", "reset", "nobody")).contains("there is no such account");
    try (RunningJar server = serve()) {
      signIn(server.api(), first, Map.of()).expectProblem(401, "SIGN_IN_FAILED");
      signIn(server.api(), second, Map.of()).expect(200);
    }
    assertThat(run(0, "audit", "verify")).contains("The audit log is whole to");
  }

  @Test
  void wrongCallsShouldSayWhatIsWrongAndChangeNothing() throws IOException {
    assertThat(run(2, "staff", "add", "first-admin", "--division", "659002000000"))
        .contains("--division: is unknown");
    assertThat(run(2, "staff", "add", "a b", "--division", "659002000000"))
        .contains("username: FORMAT");
    Path file = directory.resolve("wrong.csv");
    Files.writeString(
        file, "code,parent,level,name\n659002000000,,HEADQUARTERS,市\n1,,HEADQUARTERS,市\n");
    assertThat(run(1, "reference", "divisions", file.toString()))
        .contains("line 3: code: FORMAT", "nothing imported");
    Files.writeString(file, "code,level,name\n659002000000,HEADQUARTERS,市\n");
    assertThat(run(2, "reference", "divisions", file.toString()))
        .contains("wrong.csv: parent: NO_COLUMN");
    Files.writeString(file, "no table");
    assertThat(run(2, "reference", "divisions", file.toString())).contains("csv: FORMAT");
    assertThat(RunningJar.run(Map.of(), "staff", "reset", "somebody").output())
        .contains("--keys: is required", "--db-url: is required");
  }

  private void plantDivisions() throws IOException {
    Path file = directory.resolve("divisions.csv");
    Files.writeString(file, "code,parent,level,name\n659002000000,,HEADQUARTERS,第一师阿拉尔市\n");
    assertThat(run(0, "reference", "divisions", file.toString())).contains("1 divisions imported");
    assertThat(run(0, "reference", "venue-types")).contains("47 venue types imported");
  }

  private String run(int code, String... arguments) {
    var finished = RunningJar.run(installation, arguments);
    assertThat(finished.code()).as(finished.output()).isEqualTo(code);
    return finished.output();
  }

  private RunningJar serve() {
    return RunningJar.serve(
        Ports.free(), installation, "--public-base", "https://venuepass.example");
  }

  private static Answer signIn(ApiClient api, String password, Map<String, String> otp) {
    var body = new HashMap<String, Object>(otp);
    body.putAll(Map.of("username", "first-admin", "password", password));
    return api.post("/sessions/staff", body);
  }

  private static String password(String output) {
    Matcher matcher = PASSWORD.matcher(output);
    assertThat(matcher.find()).as(output).isTrue();
    return matcher.group(1);
  }

  private static String wrong(String secret) throws InvalidKeyException {
    Instant now = Instant.now();
    List<String> right =
        List.of(
            code(secret, now.minus(Duration.ofSeconds(30))),
            code(secret, now),
            code(secret, now.plusSeconds(30)),
            code(secret, now.plusSeconds(60)));
    return List.of("000000", "000001", "000002", "000003", "000004").stream()
        .filter(code -> !right.contains(code))
        .findFirst()
        .orElseThrow();
  }

  private static String code(String secret, Instant at) throws InvalidKeyException {
    var generator = new TimeBasedOneTimePasswordGenerator();
    var key = new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm());
    return generator.generateOneTimePasswordString(key, at, Locale.ROOT);
  }
}
