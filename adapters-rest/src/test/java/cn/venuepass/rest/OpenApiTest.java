package cn.venuepass.rest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.rest.OpenApiDocument.Operation;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.ForStaff;
import cn.venuepass.rest.access.Open;
import cn.venuepass.rest.access.SignedIn;
import cn.venuepass.rest.board.LiveStreams;
import cn.venuepass.rest.operation.Monitoring;
import cn.venuepass.rest.operation.Protection;
import cn.venuepass.rest.problem.HelpPhone;
import cn.venuepass.rest.problem.ProblemType;
import cn.venuepass.testkit.TestApplication;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.junit.jupiter.api.Test;

/** The routes and the document, held against each other both ways. */
class OpenApiTest {
  private final OpenApiDocument document = OpenApiDocument.load();

  @Test
  void theDocumentShouldHoldEveryRouteAndNothingElse() {
    assertThat(document.operations()).containsExactlyInAnyOrderElementsOf(routes());
  }

  @Test
  void everyRouteShouldSayWhoMayCallIt() {
    assertThat(methods())
        .isNotEmpty()
        .allSatisfy(
            method -> {
              var handler = method.getInvocable().getHandlingMethod();
              assertThat(List.of(Open.class, SignedIn.class, ForStaff.class, Allowed.class))
                  .filteredOn(handler::isAnnotationPresent)
                  .as(handler.toString())
                  .hasSize(1);
            });
  }

  @Test
  void theDocumentShouldHoldEveryProblem() {
    assertThat(valuesOf("Problem/properties/code")).isEqualTo(namesOf(ProblemType.values()));
  }

  @Test
  void theDocumentShouldHoldEveryAuditedActionAndPurpose() {
    assertThat(valuesOf("AuditAction")).isEqualTo(namesOf(AuditAction.values()));
    assertThat(valuesOf("AuditPurpose")).isEqualTo(namesOf(AuditPurpose.values()));
  }

  @Test
  void everyDenialShouldBeAProblem() {
    assertThat(Arrays.stream(ProblemType.values()).map(Enum::name))
        .containsAll(Arrays.stream(Denial.Plain.values()).map(Enum::name).toList());
  }

  private Set<String> valuesOf(String schema) {
    Set<String> values = new TreeSet<>();
    for (JsonNode value : document.root().at("/components/schemas/" + schema + "/enum")) {
      values.add(value.asText());
    }
    return values;
  }

  private static Set<String> namesOf(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
  }

  private static List<Operation> routes() {
    List<Operation> routes = new ArrayList<>();
    for (Resource resource : resources()) {
      collect(resource, "", routes);
    }
    return routes;
  }

  private static void collect(Resource resource, String above, List<Operation> routes) {
    String path = (above + "/" + resource.getPath()).replaceAll("/+", "/");
    for (ResourceMethod method : resource.getResourceMethods()) {
      boolean open = method.getInvocable().getHandlingMethod().isAnnotationPresent(Open.class);
      routes.add(new Operation(method.getHttpMethod(), spelt(path), open));
    }
    resource.getChildResources().forEach(child -> collect(child, path, routes));
  }

  /** The path as the document spells it: the landing page's two spellings are one. */
  private static String spelt(String path) {
    return path.replace("{s:[sS]}", "s");
  }

  private static List<ResourceMethod> methods() {
    List<ResourceMethod> methods = new ArrayList<>();
    for (Resource resource : resources()) {
      methods.addAll(resource.getResourceMethods());
      resource.getChildResources().forEach(child -> methods.addAll(child.getResourceMethods()));
    }
    return methods;
  }

  private static List<Resource> resources() {
    var application = new TestApplication();
    return RestServer.resources(
            Runnable::run,
            application.useCases(),
            application.links(),
            () -> true,
            Monitoring.none(),
            application.clock(),
            true,
            HelpPhone.PUBLIC_SERVICE,
            Protection.open().limits(),
            new LiveStreams(LiveStreams.Settings.DEFAULT))
        .getInstances()
        .stream()
        .map(Object::getClass)
        .filter(type -> type.isAnnotationPresent(Path.class))
        .map(Resource::from)
        .toList();
  }
}
