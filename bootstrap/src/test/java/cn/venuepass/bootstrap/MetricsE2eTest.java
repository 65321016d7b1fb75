package cn.venuepass.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running service shows of itself, and what the alerts and the dashboard make of it. */
class MetricsE2eTest {
  private static final Path DOCUMENTS = Path.of("..", "docs", "operations");

  /** What Prometheus itself adds. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up");

  @TempDir private Path data;

  @Test
  void alertsAndDashboardShouldUseWhatTheServiceShows() {
    try (RunningJar server = RunningJar.demo(data)) {
      Set<String> used = new TreeSet<>();
      used.addAll(
          MetricNames.usedIn(
              DOCUMENTS.resolve("prometheus-rules.yml"), new ObjectMapper(new YAMLFactory())));
      used.addAll(
          MetricNames.usedIn(DOCUMENTS.resolve("grafana-dashboard.json"), new ObjectMapper()));
      assertThat(used).hasSizeGreaterThan(20);
      used.removeAll(OF_PROMETHEUS);
      assertThat(server.api().post("/sessions/wechat", Map.of("code", "demo:ann")).status())
          .isEqualTo(200);
      assertThat(MetricNames.shown(metrics(server.api()).expect(200).text())).containsAll(used);
    }
  }

  @Test
  void metricsShouldNameRoutesAndNobody() {
    try (RunningJar server = RunningJar.demo(data)) {
      ApiClient api = server.api();
      api.post("/sessions/wechat", Map.of("code", "demo:marked-name")).expect(200);
      api.get("/posters/marked-code").expect(422);
      api.send("GET", "/marked-path", BodyPublishers.noBody()).expect(404);
      assertThat(metrics(api).expect(200).text())
          .contains(
              "http_server_requests_seconds_count{method=\"POST\",route=\"/api/v1/sessions/wechat\",status=\"200\"} 1",
              "http_server_requests_seconds_count{method=\"GET\",route=\"other\",status=\"404\"} 1",
              "route=\"/api/v1/posters/{code}\"",
              "venuepass_version{version=\"0.")
          .doesNotContain("marked", "127.0.0.1");
    }
  }

  @Test
  void metricsShouldBeClosedWhereTheSettingsSaySo() {
    try (RunningJar server = RunningJar.demo(data, "--metrics-from", "203.0.113.0/24")) {
      metrics(server.api()).expectProblem(404, "NOT_FOUND");
    }
    var refused = RunningJar.run(Map.of(), "demo", "--metrics-from", "nowhere");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.output()).contains("--metrics-from:");
  }

  private static Answer metrics(ApiClient api) {
    return api.send("GET", "/metrics", BodyPublishers.noBody());
  }
}
