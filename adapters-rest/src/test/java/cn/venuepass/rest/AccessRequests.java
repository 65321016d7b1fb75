package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.scan;
import static cn.venuepass.testkit.http.People.somebody;

import cn.venuepass.rest.OpenApiDocument.Operation;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * A request of each operation that succeeds for whoever may make it, on the things of a world.
 *
 * <p>A new operation needs an example body in {@link #body} and, for a path parameter of a new
 * kind, a thing in {@link #path}.
 */
final class AccessRequests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String IMPORT = "/api/v1/divisions/import";

  private AccessRequests() {}

  static Answer send(AccessWorld world, String caller, Operation operation) {
    return send(world, world.caller(caller), operation);
  }

  private static Answer send(AccessWorld world, ApiClient client, Operation operation) {
    String path = path(world, operation);
    if (!List.of("POST", "PUT").contains(operation.method())) {
      return client.send(operation.method(), path, BodyPublishers.noBody());
    }
    if (path.equals(IMPORT)) {
      return client.with("Content-Type", "text/csv").send("POST", path, csv());
    }
    if (path.endsWith("/photos")) {
      return client
          .with("Content-Type", "image/jpeg")
          .send("POST", path, BodyPublishers.ofByteArray(AccessWorld.PHOTO));
    }
    return client.send(
        operation.method(), path, BodyPublishers.ofString(json(body(world, operation))));
  }

  private static String path(AccessWorld world, Operation operation) {
    String path = operation.path();
    for (String parameter :
        List.of("id", "managerId", "posterId", "entryId", "childId", "photoId", "statementId")) {
      if (path.contains("{" + parameter + "}")) {
        String thing = parameter.equals("id") ? idOf(operation) : parameter.replace("Id", "");
        path = path.replace("{" + parameter + "}", world.thing(thing));
      }
    }
    if (path.contains("{venueId}")) {
      path = path.replace("{venueId}", world.thing("venue"));
    }
    if (path.endsWith("/contacts/export")) {
      path += "?purpose=CALLING";
    }
    if (path.contains("{personRef}")) {
      path =
          path.replace(
              "{personRef}", world.thing(path.contains("/cases/") ? "contact" : "personRef"));
    }
    path = path.replace("{number}", "1");
    if (path.contains("{code}")) {
      String thing =
          path.contains("/venue-types/")
              ? "venueType"
              : path.contains("/divisions/") ? "division" : "code";
      path = path.replace("{code}", world.thing(thing));
    }
    return path.replace("{name}", "page.css") + (path.endsWith("/capacity") ? "?calls=200" : "");
  }

  private static String idOf(Operation operation) {
    String path = operation.path().replaceFirst("^/api/v1", "");
    boolean undecided =
        path.matches("/venues/\\{id}/(approval|rejection)")
            || (path.equals("/venues/{id}") && operation.method().equals("PUT"));
    if (undecided) {
      return "pending";
    }
    if (path.equals("/inspections/{id}/verification")) {
      return "doneInspection";
    }
    if (path.startsWith("/cases/")) {
      return "case";
    }
    if (path.startsWith("/survey/")) {
      return path.startsWith("/survey/imports")
          ? "surveyImport"
          : path.endsWith("/link") && operation.method().equals("DELETE")
              ? "linkedPlace"
              : "surveyPlace";
    }
    if (path.startsWith("/control-orders/")) {
      return path.endsWith("/lift") || path.endsWith("/people-inside")
          ? "activeOrder"
          : path.endsWith("/withdrawal") ? "ownOrder" : "controlOrder";
    }
    if (path.startsWith("/me/control-orders/") || path.startsWith("/appeals/")) {
      return path.startsWith("/me") ? "activeOrder" : "appeal";
    }
    return Map.of(
            "/me/family", "family",
            "/me/notifications", "notification",
            "/notifications", "notification",
            "/data-requests", "dataRequest",
            "/staff", "colleague",
            "/supervision/poster-warnings", "posterWarning",
            "/venues", "venue",
            "/blind-spots", "blindSpot",
            "/inspections", "inspection",
            "/inspection-plans", "plan")
        .entrySet()
        .stream()
        .filter(known -> path.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findAny()
        .orElseThrow(() -> new AssertionError("no thing for " + path));
  }

  private static Map<String, ?> body(AccessWorld world, Operation operation) {
    String scanId = UUID.randomUUID().toString();
    return switch (operation.method() + operation.path().replaceFirst("^/api/v1", " ")) {
      case "POST /sessions/wechat" -> Map.of("code", "demo:" + somebody());
      case "POST /sessions/staff" ->
          Map.of("username", "reviewer", "password", TestApplication.PASSWORD);
      case "POST /sessions/phone" -> Map.of("phone", "13" + digits(9));
      case "POST /sessions/phone/verification", "PUT /me/phone" ->
          Map.of("code", world.thing("phoneCode"), "phone", world.thing("phone"));
      case "POST /sessions/refresh" -> Map.of("refreshToken", world.thing("refreshToken"));
      case "PUT /me/identity" -> identity(SampleIdNumbers.next());
      case "POST /me/family" -> AccessWorld.person("relation", "母亲");
      case "POST /me/data-requests" -> Map.of("kind", "OBJECTION", "text", "样本");
      case "PUT /venue-types/{code}" ->
          Map.of(
              "name", "学校",
              "department", "教育",
              "typicalStayMinutes", 120,
              "maximumStayMinutes", 1440,
              "reentryGapMinutes", 240);
      case "PUT /divisions/{code}" -> Map.of("name", "样本社区", "parent", AccessWorld.TERRITORY);
      case "POST /staff" ->
          Map.of(
              "username",
              "s" + UUID.randomUUID(),
              "roles",
              List.of("REVIEWER"),
              "divisionCode",
              COMMUNITY);
      case "PUT /staff/{id}" ->
          Map.of("roles", List.of("REVIEWER", "SUPERVISOR"), "divisionCode", COMMUNITY);
      case "PUT /staff/me/password" ->
          Map.of("currentPassword", TestApplication.PASSWORD, "newPassword", "sample-words-2026");
      case "POST /staff/me/second-factor/confirmation" -> Map.of("otp", "123456");
      case "POST /venues", "PUT /venues/{id}" -> hotel(COMMUNITY);
      case "POST /venues/{id}/managers", "POST /venues/{id}/roster" -> AccessWorld.person();
      case "POST /venues/{id}/posters" -> Map.of("direction", "IN");
      case "POST /supervision/poster-warnings/{id}/dismissal" -> Map.of("reason", "样本");
      case "POST /venues/{id}/registrations" ->
          AccessWorld.person("scanId", scanId, "direction", "IN");
      case "POST /venues/{id}/registrations/batch" ->
          Map.of("deviceId", "gate", "items", List.of());
      case "POST /venues/{id}/occupancy/search" -> Map.of("name", "样本");
      case "POST /venues/{id}/occupancy/{personRef}/departure" -> Map.of("scanId", scanId);
      case "POST /venues/{id}/refusals", "POST /venues/{id}/rejection" -> Map.of("reason", "样本");
      case "POST /review/approvals" -> Map.of("venueIds", List.of(world.thing("pending")));
      case "POST /data-requests/{id}/decision" -> Map.of("accepted", true, "answer", "样本");
      case "POST /blind-spots/{id}/closing" -> Map.of("reason", "样本");
      case "POST /cases" -> AccessWorld.aCase(SampleIdNumbers.next());
      case "PUT /cases/{id}/illness" ->
          Map.of("sampledAt", MovableClock.monday().instant().toString());
      case "PUT /cases/{id}/team" -> Map.of("members", List.of());
      case "POST /cases/{id}/handover" -> Map.of("to", world.tracerName());
      case "POST /cases/{id}/closing" -> Map.of("report", "样本");
      case "POST /cases/{id}/statements" ->
          Map.of(
              "venueId",
              world.thing("venue"),
              "enteredAt",
              MovableClock.monday().instant().minusSeconds(600).toString(),
              "leftAt",
              MovableClock.monday().instant().toString());
      case "PUT /trace-parameters" -> world.traceRules();
      case "POST /inspections" -> AccessWorld.inspection(world.thing("venue"));
      case "POST /inspections/{id}/verification" -> Map.of("accepted", true);
      case "POST /inspection-plans" -> AccessWorld.plan(world.thing("venue"));
      case "POST /cases/{id}/assignments" -> Map.of("to", world.thing("tracerId"), "best", 1);
      case "POST /cases/{id}/contacts/{personRef}/follow-up" -> Map.of("state", "CALLED");
      case "POST /cases/{id}/exposure-notices" ->
          Map.of("grades", List.of("CERTAIN"), "rings", List.of(1));
      case "POST /drills" -> Map.of("community", COMMUNITY);
      case "POST /survey/places" ->
          Map.of(
              "items",
              List.of(
                  Map.of(
                      "name",
                      "样本" + scanId,
                      "type",
                      "HOTEL",
                      "communityCode",
                      COMMUNITY,
                      "address",
                      "胜利路1号")));
      case "POST /survey/places/{id}/link" -> Map.of("venueId", world.thing("venue"));
      case "POST /survey/matches/refusal" ->
          Map.of("placeId", world.thing("offeredPlace"), "venueId", world.thing("pending"));
      case "POST /control-orders" -> AccessWorld.controlOrder(world.thing("venue"));
      case "POST /control-orders/{id}/rejection", "POST /control-orders/{id}/lift" ->
          Map.of("reason", "样本");
      case "POST /me/control-orders/{id}/appeals" -> Map.of("text", "样本");
      case "POST /appeals/{id}/decision" -> Map.of("upheld", false, "answer", "样本");
      case "POST /scans" -> scan(world.thing("code"));
      default -> Map.of();
    };
  }

  private static BodyPublisher csv() {
    String code = AccessWorld.TERRITORY.substring(0, 9) + digits(3);
    return BodyPublishers.ofString(
        "code,parent,level,name\n%s,%s,COMMUNITY,样本社区\n".formatted(code, AccessWorld.TERRITORY));
  }

  private static String digits(int count) {
    return ThreadLocalRandom.current()
        .ints(count, 1, 10)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining());
  }

  private static String json(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
