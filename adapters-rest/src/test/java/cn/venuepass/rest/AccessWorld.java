package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.hotelTrackingExits;
import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.scan;
import static cn.venuepass.testkit.http.People.somebody;
import static java.util.Objects.requireNonNull;

import cn.venuepass.application.notification.Outbox;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.Dispatch;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.posterlife.PosterWarningId;
import cn.venuepass.domain.survey.PlacePair;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A venue of the demo's community with everything that hangs on it, and the people around it. Each
 * comes to life when it is first asked for.
 */
final class AccessWorld {
  static final List<String> CALLERS =
      List.of(
          "nobody",
          "badToken",
          "stranger",
          "resident",
          "guardian",
          "applicant",
          "manager",
          "otherManager",
          "reviewerOwn",
          "reviewerForeign",
          "supervisorOwn",
          "supervisorForeign",
          "departmentOwn",
          "departmentForeign",
          "tracer",
          "controller",
          "adminWhole",
          "adminOwn",
          "adminForeign",
          "auditorOwn",
          "auditorForeign",
          "owesPassword");
  static final String TERRITORY = territoryOf(COMMUNITY);
  static final byte[] PHOTO = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};
  private static final Set<String> REAL_NAMED =
      Set.of("resident", "guardian", "manager", "otherManager");

  private final RunningApi server;
  private final ApiClient quick;
  private final ApiClient checked;
  private final Map<String, String> tokens = new HashMap<>();
  private final Map<String, String> things = new HashMap<>();

  AccessWorld(RunningApi server) {
    this(server, server.uncheckedClient(), server.client());
  }

  private AccessWorld(RunningApi server, ApiClient quick, ApiClient checked) {
    this.server = server;
    this.quick = quick;
    this.checked = checked;
  }

  /** Another world on the same server. */
  AccessWorld another() {
    return new AccessWorld(server, quick, checked);
  }

  /** The same people, where none of the things exists. */
  AccessWorld withoutThings() {
    AccessWorld without = another();
    without.tokens.putAll(tokens);
    without.things.putAll(things);
    without.things.replaceAll((name, id) -> UUID.randomUUID().toString());
    without.things.put("division", TERRITORY.substring(0, 9) + "001");
    without.things.put("venueType", "UNKNOWN");
    return without;
  }

  /** The caller, whose answers are held against the document. */
  ApiClient caller(String name) {
    return name.equals("nobody") ? checked : checked.bearing(token(name));
  }

  /** The id, code or whatever names a thing. */
  String thing(String name) {
    if (!things.containsKey(name)) {
      switch (name) {
        case "family" -> makeFamily();
        case "blindSpot" -> makeBlindSpot();
        case "case", "contact", "statement" -> makeCase();
        case "tracerId" -> token("tracer");
        case "phoneCode" -> makePhoneCode();
        case "division" -> makeDivision();
        case "venueType" -> makeVenueType();
        case "colleague" -> things.put(name, staff().add(name).id().value().toString());
        case "refreshToken" -> token("applicant");
        case "surveyImport" -> makeSurveyImport();
        case "controlOrder", "ownOrder", "activeOrder", "appeal" -> makeControlOrders();
        case "surveyPlace", "linkedPlace", "offeredPlace" -> makeSurveyPlaces();
        default -> makeVenue();
      }
    }
    return requireNonNull(things.get(name), name);
  }

  /** Every thing there is. */
  Map<String, String> allThings() {
    List.of(
            "family",
            "blindSpot",
            "case",
            "division",
            "venueType",
            "colleague",
            "venue",
            "surveyPlace",
            "surveyImport",
            "controlOrder")
        .forEach(this::thing);
    return things;
  }

  static Map<String, Object> person(String... more) {
    Map<String, Object> person = new HashMap<>();
    person.put("name", "艾力样本");
    person.put("idNumber", SampleIdNumbers.next().text());
    for (int i = 0; i < more.length; i += 2) {
      person.put(more[i], more[i + 1]);
    }
    return person;
  }

  static String territoryOf(String community) {
    return community.substring(0, 9) + "000";
  }

  private ApiClient quickly(String name) {
    return quick.bearing(token(name));
  }

  private String token(String name) {
    String known = tokens.get(name);
    if (known == null) {
      known = signIn(name);
      tokens.put(name, known);
    }
    return known;
  }

  private String signIn(String name) {
    if (name.equals("badToken")) {
      return "garbage";
    }
    if (name.startsWith("controller") || CALLERS.indexOf(name) >= CALLERS.indexOf("reviewerOwn")) {
      StaffAccount account = staff().add(name);
      things.put(name + "Id", account.id().value().toString());
      Map<String, String> proof =
          Map.of("username", account.username().text(), "password", TestApplication.PASSWORD);
      return quick.post("/sessions/staff", proof).expect(200).field("accessToken");
    }
    Answer session =
        quick.post("/sessions/wechat", Map.of("code", "demo:" + somebody())).expect(200);
    String token = session.field("accessToken");
    if (name.equals("applicant")) {
      things.put("refreshToken", session.field("refreshToken"));
    }
    if (REAL_NAMED.contains(name)) {
      ResidentIdNumber idNumber = SampleIdNumbers.next();
      quick.bearing(token).put("/me/identity", identity(idNumber)).expect(200);
      things.put("idNumber of " + name, idNumber.text());
    }
    return token;
  }

  private AccessStaff staff() {
    return new AccessStaff(server.application(), () -> thing("venueType"));
  }

  private void makeFamily() {
    ApiClient guardian = quickly("guardian");
    String family = guardian.post("/me/family", person("relation", "父亲")).expect(201).field("id");
    guardian.post("/me/family/" + family + "/paper-pass", Map.of()).expect(201);
    things.put("family", family);
  }

  /** The task of a place in the community that nobody applied for. */
  private void makeBlindSpot() {
    TestApplication application = server.application();
    var place =
        application.fixtures().aPlace(new DivisionCode(COMMUNITY), new VenueTypeCode("HOTEL"));
    int unused = application.useCases().coverage().keepBlindSpots().keep();
    application.stores().blindSpots().listStanding(application.clock().instant()).stream()
        .filter(task -> task.subject().place().equals(Optional.of(place.id())))
        .forEach(task -> things.put("blindSpot", task.id().value().toString()));
  }

  /** Of somebody who was at the venue an hour ago, with somebody else. */
  private void makeCase() {
    var stores = server.application().stores();
    Instant before = server.application().clock().instant().minus(Duration.ofHours(1));
    var earlier = new StoreFixtures(stores, () -> before);
    Person index = earlier.aPerson();
    Person contact = earlier.aPerson();
    Poster poster = earlier.aPoster(new VenueId(UUID.fromString(thing("venue"))), Direction.IN);
    earlier.scan(poster, index.id());
    earlier.scan(poster, contact.id());
    things.put(
        "case", quickly("tracer").post("/cases", aCase(index.idNumber())).expect(201).field("id"));
    things.put("contact", contact.id().value().toString());
    things.put("statement", aStatement(before));
  }

  private String aStatement(Instant at) {
    return quickly("tracer")
        .post(
            "/cases/" + thing("case") + "/statements",
            Map.of(
                "venueId", thing("venue"),
                "enteredAt", at.minusSeconds(60).toString(),
                "leftAt", at.toString()))
        .expect(201)
        .field("id");
  }

  static Map<String, Object> aCase(ResidentIdNumber idNumber) {
    return Map.of(
        "idNumber",
        idNumber.text(),
        "reference",
        "2021-1",
        "purpose",
        "流调",
        "onsetAt",
        MovableClock.monday().instant().minus(Duration.ofDays(1)).toString());
  }

  Map<String, Object> traceRules() {
    return Map.of(
        "version",
        server.application().stores().traceParameters().current().version(),
        "minimumOverlapMinutes",
        10,
        "beforeOnsetHours",
        96,
        "typeWeights",
        Map.of(),
        "secondRingGrades",
        List.of("CERTAIN", "PROBABLE"),
        "secondRingSources",
        500,
        "mostContacts",
        20_000);
  }

  String tracerName() {
    return quickly("tracer").get("/staff/me").expect(200).field("username");
  }

  private void makePhoneCode() {
    String phone = "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    things.put("phone", phone);
    Answer sent = quick.post("/sessions/phone", Map.of("phone", phone)).expect(202);
    things.put("phoneCode", sent.field("demoCode"));
  }

  private void makeDivision() {
    int number = ThreadLocalRandom.current().nextInt(100, 999);
    var code = new DivisionCode(TERRITORY.substring(0, 9) + number);
    var community =
        new Division(
            code, "社区", Division.Level.COMMUNITY, Optional.of(new DivisionCode(TERRITORY)));
    server.application().stores().divisions().save(community);
    things.put("division", code.text());
  }

  private void makeVenueType() {
    String code = "T" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40));
    var type = new VenueType(new VenueTypeCode(code), "学校", "教育", StayRules.DEFAULT);
    server.application().stores().venueTypes().save(type);
    things.put("venueType", code);
  }

  private void makeVenue() {
    ApiClient applicant = quickly("applicant");
    String venue = approved(applicant, hotelTrackingExits());
    String path = "/venues/" + venue;
    things.put("venue", venue);
    makeNotification();
    things.put("pending", applicant.post("/venues", hotel(COMMUNITY)).expect(201).field("id"));
    token("manager");
    var named = Map.of("name", "经理样本", "idNumber", thing("idNumber of manager"));
    things.put("manager", applicant.post(path + "/managers", named).expect(201).field("id"));
    things.put("other", approved(quickly("otherManager"), hotel(COMMUNITY)));
    things.put("entry", applicant.post(path + "/roster", person()).expect(201).field("id"));
    Map<String, Object> child = new HashMap<>(hotel(COMMUNITY));
    child.put("parentVenueId", venue);
    things.put("child", approved(quickly("tenant"), child));
    Answer poster = applicant.post(path + "/posters", Map.of("direction", "IN")).expect(201);
    things.put("poster", poster.field("id"));
    String url = poster.field("url");
    things.put("code", url.substring(url.lastIndexOf('/') + 1));
    makePosterWarning();
    ApiClient resident = quickly("resident");
    things.put("visit", resident.post("/scans", scan(url)).expect(200).field("visitId"));
    things.put("personRef", applicant.get(path + "/occupancy").field("people.0.personRef"));
    Map<String, String> request =
        Map.of("kind", "CORRECTION", "visitId", thing("visit"), "text", "样本");
    things.put("dataRequest", resident.post("/me/data-requests", request).expect(201).field("id"));
    makeInspections(venue, applicant);
  }

  private void makeInspections(String venue, ApiClient applicant) {
    ApiClient supervisor = quickly("supervisorOwn");
    for (String name : List.of("inspection", "doneInspection")) {
      things.put(name, supervisor.post("/inspections", inspection(venue)).expect(201).field("id"));
    }
    applicant
        .post("/inspections/" + things.get("doneInspection") + "/completion", Map.of())
        .expect(200);
    Answer photo =
        supervisor
            .with("Content-Type", "image/jpeg")
            .send(
                "POST",
                "/api/v1/inspections/" + things.get("inspection") + "/photos",
                BodyPublishers.ofByteArray(PHOTO))
            .expect(201);
    things.put("photo", photo.field("id"));
    things.put("plan", supervisor.post("/inspection-plans", plan(venue)).expect(201).field("id"));
  }

  /** An inspection that orders something. */
  static Map<String, Object> inspection(String venue) {
    return Map.of(
        "venueId",
        venue,
        "findings",
        List.of(Map.of("item", "CODE_POSTED", "result", "NOT_OK")),
        "measure",
        "RECTIFICATION",
        "dueAt",
        MovableClock.monday().instant().plus(Duration.ofDays(30)).toString());
  }

  static Map<String, Object> plan(String venue) {
    return Map.of(
        "name",
        "样本",
        "dueAt",
        MovableClock.monday().instant().plus(Duration.ofDays(30)).toString(),
        "targets",
        List.of(Map.of("venueId", venue)));
  }

  /** An order on the venue for three days. */
  static Map<String, Object> controlOrder(String venue) {
    return Map.of(
        "target",
        Map.of("type", "VENUE", "venueId", venue),
        "rule",
        "CASE_AT_VENUE",
        "reason",
        "样本",
        "expiresAt",
        MovableClock.monday().instant().plus(Duration.ofDays(3)).toString());
  }

  /**
   * Two proposals, one of them the controller's own, and an order that is active on another venue
   * of the applicant, who appealed; on another one of theirs an appeal waits.
   */
  private void makeControlOrders() {
    ApiClient colleague = quickly("controllerColleague");
    ApiClient controller = quickly("controller");
    String venue = thing("venue");
    things.put("controlOrder", proposed(colleague, venue));
    things.put("ownOrder", proposed(controller, venue));
    ApiClient applicant = quickly("applicant");
    things.put("activeOrder", active(approved(applicant, hotel(COMMUNITY))));
    String order = active(approved(applicant, hotel(COMMUNITY)));
    String appeals = "/me/control-orders/" + order + "/appeals";
    things.put("appeal", applicant.post(appeals, Map.of("text", "样本")).expect(201).field("id"));
  }

  /** An order of two other controllers. */
  private String active(String venue) {
    String order = proposed(quickly("controllerColleague"), venue);
    quickly("controllerOther").post("/control-orders/" + order + "/approval", Map.of()).expect(200);
    return order;
  }

  private static String proposed(ApiClient controller, String venue) {
    return controller.post("/control-orders", controlOrder(venue)).expect(201).field("id");
  }

  private void makePosterWarning() {
    Instant now = server.application().clock().instant();
    var warning =
        new PosterWarning(
            new PosterWarningId(UUID.randomUUID()),
            new PosterId(UUID.fromString(thing("poster"))),
            new VenueId(UUID.fromString(thing("venue"))),
            Doubt.Kind.BURST,
            now,
            now,
            1,
            now,
            now,
            Optional.empty());
    server.application().stores().posterWarnings().store(warning, List.of());
    things.put("posterWarning", warning.id().value().toString());
  }

  /** What the applicant was told of the venue's approval, and no carrier could bring. */
  private void makeNotification() {
    Outbox outbox = server.application().stores().outbox();
    Instant now = server.application().clock().instant();
    for (Outbox.Claim claim :
        outbox.claim(Carrier.WECHAT, 100, now, now.plus(Duration.ofMinutes(5)))) {
      var dead = new Dispatch(Dispatch.State.DEAD, Carrier.WECHAT, Dispatch.MOST_TRIES, now);
      boolean unused = outbox.settle(claim, dead);
      things.put("notification", claim.notification().id().value().toString());
    }
  }

  /** A list of places that the supervisor handed in, with a line that is bad. */
  private void makeSurveyImport() {
    Map<String, Object> list = Map.of("items", List.of(Map.of("name", "样本商店")));
    Answer stored = quickly("supervisorOwn").post("/survey/places", list).expect(200);
    things.put("surveyImport", stored.field("importId"));
  }

  /** A place, one that is linked, and one that is offered for the pending venue. */
  private void makeSurveyPlaces() {
    thing("venue");
    StoreFixtures fixtures = server.application().fixtures();
    var stores = server.application().stores();
    var community = new DivisionCode(COMMUNITY);
    var hotel = new VenueTypeCode("HOTEL");
    SurveyPlace linked = fixtures.aPlace(community, hotel);
    SurveyPlace unused = fixtures.link(linked, new VenueId(UUID.fromString(thing("other"))));
    SurveyPlace offered = fixtures.aPlace(community, hotel);
    var pair = new PlacePair(offered.id(), new VenueId(UUID.fromString(thing("pending"))));
    stores.placeMatches().offer(Map.of(pair, 75), server.application().clock().instant());
    things.put("surveyPlace", fixtures.aPlace(community, hotel).id().value().toString());
    things.put("linkedPlace", linked.id().value().toString());
    things.put("offeredPlace", offered.id().value().toString());
  }

  private String approved(ApiClient applicant, Map<String, Object> application) {
    String venue = applicant.post("/venues", application).expect(201).field("id");
    quickly("reviewerOwn").post("/venues/" + venue + "/approval", Map.of()).expect(200);
    return venue;
  }
}
