package cn.venuepass.bootstrap.fuzz;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.OTHER_COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.somebody;

import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.http.People;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who calls, and what exists: a venue with its people, and whatever the answers tell of. */
final class FuzzWorld {
  /** A name, which people are given in every request; no answer may hold it. */
  static final String MARK = "艾力泄漏样本";

  private static final int MOST_KNOWN = 40;
  private static final List<String> STAFF =
      List.of("reviewer", "supervisor", "tracer", "controller", "admin", "auditor");

  private final Map<String, List<String>> tokens = new ConcurrentHashMap<>();
  private final Map<String, Queue<String>> known = new ConcurrentHashMap<>();
  private final List<String> marks;
  private final ApiClient keeper;
  private final ApiClient guest;
  private final ApiClient reviewer;
  private final String venue;

  private FuzzWorld(ApiClient api, String password) {
    List<String> numbers =
        IntStream.range(0, 8).mapToObj(i -> SampleIdNumbers.next().text()).toList();
    marks = Stream.concat(Stream.of(MARK), numbers.stream()).toList();
    tokens.put("nobody", List.of(""));
    tokens.put("forger", List.of("garbage", "a.b.c", "eyJhbGciOiJub25lIn0.e30."));
    for (String name : STAFF) {
      String token =
          token(api, "staff", Map.of("username", name, "password", password), "accessToken");
      tokens.put(name, List.of(token));
    }
    reviewer = api.bearing(tokenOf("reviewer"));
    keeper = api.bearing(resident(api, "keeper"));
    guest = api.bearing(resident(api, "guest"));
    ApiClient applicant = api.bearing(resident(api, "applicant"));
    String unusedToken = resident(api, "stranger");
    for (ApiClient person : List.of(keeper, guest, applicant)) {
      person.put("/me/identity", identity(SampleIdNumbers.next())).expect(200);
    }
    know("/venues", applicant.post("/venues", hotel(COMMUNITY)).expect(201).field("id"));
    venue = keeper.post("/venues", hotel(COMMUNITY)).expect(201).field("id");
    reviewer.post("/venues/" + venue + "/approval", Map.of()).expect(200);
    passing(api);
  }

  /** The demo with an approved venue, where nobody signs in under the names of its staff again. */
  static FuzzWorld over(ApiClient api, String password) {
    return new FuzzWorld(api, password);
  }

  /** Things that are good once or not for long. */
  private void passing(ApiClient api) {
    know("passCode", guest.get("/me/pass-code").expect(200).field("code"));
    JsonNode posters = keeper.get("/venues/" + venue + "/posters").expect(200).json();
    posters.findValuesAsText("url").forEach(url -> know("code", url));
    for (int i = 0; i < 4; i++) {
      Map<String, String> login = Map.of("code", "demo:" + somebody());
      know("refreshToken", token(api, "wechat", login, "refreshToken"));
      know("leaving", token(api, "wechat", login, "accessToken"));
    }
    Map<String, Object> account =
        Map.of(
            "username", somebody(), "roles", List.of("REVIEWER"), "divisionCode", OTHER_COMMUNITY);
    ApiClient admin = api.bearing(tokenOf("admin"));
    know("/staff", admin.post("/staff", account).expect(201).field("account.id"));
  }

  private String tokenOf(String caller) {
    return tokens.getOrDefault(caller, List.of("")).get(0);
  }

  private String resident(ApiClient api, String caller) {
    String token = token(api, "wechat", Map.of("code", "demo:" + somebody()), "accessToken");
    tokens.put(caller, List.of(token));
    return token;
  }

  private static String token(ApiClient api, String kind, Map<String, String> login, String which) {
    return api.post("/sessions/" + kind, login).expect(200).field(which);
  }

  /** A person goes in and out, as on any other day. */
  void liveOn() {
    JsonNode poster =
        keeper.post("/venues/" + venue + "/posters", Map.of("direction", "IN")).expect(201).json();
    var scan = People.scan(poster.path("url").asText());
    String outcome = guest.post("/scans", scan).expect(200).field("outcome");
    if (!List.of("ENTERED", "ALREADY_INSIDE").contains(outcome)) {
      throw new AssertionError("no way in any more: " + outcome);
    }
    var unusedQueue = reviewer.get("/review/applications").expect(200);
    var unusedVisits = guest.get("/me/visits").expect(200);
  }

  List<String> marks() {
    return marks;
  }

  /** Somebody, more often than not one who was let in before. */
  String callerOf(FuzzedOperation operation, Random random) {
    List<String> welcome = knownAs(operation.toString());
    return welcome.isEmpty() || random.nextInt(3) == 0
        ? oneOf(tokens.keySet().stream().sorted().toList(), random)
        : oneOf(welcome, random);
  }

  /** Takes note that the caller is let in. */
  void welcome(FuzzedOperation operation, String caller) {
    know(operation.toString(), caller);
  }

  /** A token of the caller, or nothing. */
  String tokenOf(String caller, FuzzedOperation operation, Random random) {
    boolean ends = operation.toString().startsWith("DELETE /api/v1/sessions");
    return ends && !caller.equals("nobody")
        ? oneOf(knownAs("leaving"), random)
        : oneOf(tokens.getOrDefault(caller, List.of("")), random);
  }

  /** Something that exists and stands where the parameter does, if there is any. */
  Optional<String> valueOf(String before, FuzzedOperation operation, Random random) {
    String kind = before.replaceFirst("^/api/v1", "").replaceFirst("/$", "");
    boolean deletesVenue = operation.toString().equals("DELETE /api/v1/venues/{id}");
    if (kind.equals("/venues") && !deletesVenue && random.nextInt(5) > 0) {
      return Optional.of(venue);
    } else if (kind.equals("/divisions")) {
      return Optional.of(oneOf(List.of(COMMUNITY, OTHER_COMMUNITY, "659002009000"), random));
    } else if (kind.equals("/venue-types")) {
      return Optional.of(oneOf(List.of("HOTEL", "SAMPLE_KIND"), random));
    } else if (kind.equals("/posters") || kind.equals("/s")) {
      String url = oneOf(knownAs("code"), random);
      return Optional.of(url.substring(url.lastIndexOf('/') + 1));
    } else if (kind.equals("/assets")) {
      return Optional.of("swagger-ui.css");
    }
    List<String> things = knownAs(kind);
    return things.isEmpty() ? Optional.empty() : Optional.of(oneOf(things, random));
  }

  String venue() {
    return venue;
  }

  List<String> knownAs(String kind) {
    return List.copyOf(known.getOrDefault(kind, new ConcurrentLinkedQueue<>()));
  }

  /** Takes note of what came into being, but not of what the world stands on. */
  void learn(FuzzedOperation operation, JsonNode answer) {
    String kind = operation.path().replaceFirst("^/api/v1", "");
    if (operation.method().equals("GET")
        && (kind.equals("/venues") || kind.startsWith("/staff") || kind.endsWith("/managers"))) {
      return;
    }
    for (String field : List.of("id", "personRef")) {
      know(kind, answer.path(field).asText());
      answer.path("items").forEach(item -> know(kind, item.path(field).asText()));
    }
    know("/staff", answer.path("account").path("id").asText());
    know("visitId", answer.path("visitId").asText());
  }

  private void know(String kind, String value) {
    if (!value.isEmpty()) {
      Queue<String> things = known.computeIfAbsent(kind, k -> new ConcurrentLinkedQueue<>());
      things.add(value);
      if (things.size() > MOST_KNOWN) {
        things.poll();
      }
    }
  }

  static <T> T oneOf(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
