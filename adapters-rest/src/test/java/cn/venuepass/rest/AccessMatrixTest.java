package cn.venuepass.rest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.rest.OpenApiDocument.Operation;
import cn.venuepass.testkit.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the document, by every kind of caller, on real things: access-matrix.csv says
 * what each gets. A world in which somebody changed something is left for a new one, so that the
 * order does not matter.
 */
class AccessMatrixTest {
  private static final List<Operation> OPERATIONS = OpenApiDocument.load().operations();
  private static final List<String> FOREIGN =
      List.of(
          "stranger",
          "resident",
          "otherManager",
          "reviewerForeign",
          "supervisorForeign",
          "departmentForeign",
          "adminForeign",
          "auditorForeign");
  private static final Set<String> TREES =
      Set.of(
          "GET /api/v1/coverage",
          "GET /api/v1/coverage/table",
          "GET /api/v1/blind-spots/summary",
          "GET /api/v1/reports/weekly");
  private static final Set<String> FOR_ALL =
      Set.of("GET /api/v1/venue-types", "GET /api/v1/divisions");

  private static RunningApi server;

  private final AccessMatrix matrix = AccessMatrix.load();

  @BeforeAll
  static void start() {
    server = RunningApi.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyOperationShouldMeetEveryCaller() {
    List<String> keys = OPERATIONS.stream().map(AccessMatrixTest::key).toList();
    assertThat(matrix.gaps(keys, AccessWorld.CALLERS)).isEmpty();
  }

  @Test
  void aMatrixWithGapsShouldSayWhere() {
    List<String> operations = List.of("GET /a", "GET /b");
    List<String> callers = List.of("nobody", "tracer");
    String header = "operation, nobody, tracer\n";
    String rowA = "GET /a, 401, 200\n";
    String rowB = "GET /b, 401, 403\n";
    assertThat(AccessMatrix.of("# how\n" + header + rowA + rowB).gaps(operations, callers))
        .isEmpty();
    assertThat(AccessMatrix.of(header + rowA).gaps(operations, callers))
        .containsExactly("no row: GET /b");
    assertThat(AccessMatrix.of(header + rowA + rowB + "PUT /c, 401, 403").gaps(operations, callers))
        .containsExactly("no such operation: PUT /c");
    assertThat(AccessMatrix.of(header + rowA + rowB + rowA).gaps(operations, callers))
        .containsExactly("two rows: GET /a");
    for (String wrong : List.of("GET /b, 401,", "GET /b, 401", "GET /b, 401, 403, 404")) {
      assertThat(AccessMatrix.of(header + rowA + wrong).gaps(operations, callers))
          .containsExactly("empty or surplus cell: GET /b");
    }
    assertThat(
            AccessMatrix.of("operation, nobody\nGET /a, 401\nGET /b, 401")
                .gaps(operations, callers))
        .containsExactly("the columns should be [nobody, tracer]");
  }

  @Test
  void everyCallerShouldGetWhatTheMatrixSays() {
    List<String> differences = new ArrayList<>();
    AccessWorld world = new AccessWorld(server);
    for (Operation operation : OPERATIONS) {
      List<String> found = new ArrayList<>();
      for (String caller : AccessWorld.CALLERS) {
        Answer answer = AccessRequests.send(world, caller, operation);
        found.add(String.valueOf(answer.status()));
        if (!operation.method().equals("GET") && answer.status() < 300) {
          world = world.another();
        }
      }
      if (!found.equals(matrix.rows().get(key(operation)))) {
        differences.add(matrix.row(key(operation), found));
      }
    }
    assertThat(differences)
        .as("what is, where the matrix says otherwise:\n%s", String.join("\n", differences))
        .isEmpty();
  }

  /** Who may not see a thing cannot tell it from one that does not exist. */
  @Test
  void whatIsForeignShouldLookUnknown() {
    AccessWorld world = new AccessWorld(server);
    assertThat(world.allThings()).isNotEmpty();
    FOREIGN.forEach(world::caller);
    AccessWorld without = world.withoutThings();
    int compared = 0;
    for (Operation operation : OPERATIONS) {
      if (operation.open() || !operation.path().contains("{")) {
        continue;
      }
      for (String caller : FOREIGN) {
        Answer foreign = AccessRequests.send(world, caller, operation);
        Answer unknown = AccessRequests.send(without, caller, operation);
        assertThat(foreign.status()).as("%s %s", caller, key(operation)).isGreaterThan(399);
        assertThat(foreign.text()).as("%s %s", caller, key(operation)).isEqualTo(unknown.text());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  /** Nor does a list show it. */
  @Test
  void listsShouldShowNothingForeign() {
    AccessWorld world = new AccessWorld(server);
    Set<String> things = Set.copyOf(world.allThings().values());
    int shown = 0;
    for (Operation operation : OPERATIONS) {
      boolean list = operation.method().equals("GET") && !operation.path().contains("{");
      if (!list || operation.open() || FOR_ALL.contains(key(operation))) {
        continue;
      }
      for (String caller : AccessWorld.CALLERS) {
        String text = AccessRequests.send(world, caller, operation).text();
        boolean foreign = FOREIGN.contains(caller) && !operation.path().contains("/me");
        if (foreign) {
          assertThat(things)
              .as("%s %s", caller, key(operation))
              .filteredOn(thing -> !isNamedInTree(world, thing, operation))
              .noneMatch(text::contains);
        } else if (things.stream().anyMatch(text::contains)) {
          shown++;
        }
      }
    }
    assertThat(shown).isGreaterThan(8);
  }

  /**
   * A department sees numbers of its own types by division; everybody may know divisions and types.
   */
  private static boolean isNamedInTree(AccessWorld world, String thing, Operation operation) {
    return TREES.contains(key(operation))
        && (thing.equals(world.thing("division")) || thing.equals(world.thing("venueType")));
  }

  /** The one change that is answered with 200 although nothing comes of it. */
  @Test
  void anImportIntoAForeignDivisionShouldStoreNothing() {
    AccessWorld world = new AccessWorld(server);
    var load = new Operation("POST", "/api/v1/divisions/import", false);
    Answer answer = AccessRequests.send(world, "adminForeign", load).expect(200);
    assertThat(answer.field("accepted")).isEqualTo("0");
    assertThat(answer.json().at("/rejected")).isNotEmpty();
    assertThat(AccessRequests.send(world, "adminOwn", load).field("accepted")).isEqualTo("1");
  }

  private static String key(Operation operation) {
    return operation.method() + " " + operation.path();
  }
}
