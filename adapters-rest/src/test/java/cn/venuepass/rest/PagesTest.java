package cn.venuepass.rest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.http.Answer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static RunningApi server;

  @BeforeAll
  static void start() {
    server = RunningApi.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theStartPageShouldSayWhatRunsAndWhereToGo() {
    Answer page = page("/").expect(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.text()).contains("场所通", "href=\"/docs\"", "href=\"/openapi.yaml\"");
  }

  @Test
  void whatTheStartPageLinksToShouldBeThere() {
    List.of("/docs", "/openapi.yaml", "/health/ready", "/assets/page.css", "/assets/docs.js")
        .forEach(path -> page(path).expect(200));
    assertThat(page("/assets/swagger-ui-bundle.js").expect(200).body()).hasSizeGreaterThan(100_000);
    page("/assets/swagger-ui.css").expect(200);
    page("/assets/..%2fopenapi.yaml").expect(404);
  }

  @Test
  void aPostersPageShouldNameTheVenueInEitherSpellingOfTheUrl() {
    Gate gate = server.application().fixtures().aVenue().addWithGate();
    for (Direction direction : Direction.values()) {
      String path = path(gate.poster(direction));
      assertThat(page(path).expect(200).text())
          .contains("塔里木宾馆", direction == Direction.IN ? "进入登记" : "离开登记");
      assertThat(page(path.toUpperCase(Locale.ROOT)).text()).isEqualTo(page(path).text());
    }
  }

  @Test
  void aClosedPosterShouldSaySo() {
    Gate gate = server.application().fixtures().aVenue().addWithGate();
    var now = server.application().clock().instant();
    server.application().stores().posters().revoke(gate.venue().id(), gate.in().id(), now);
    assertThat(page(path(gate.in())).expect(200).text()).contains("此二维码已停用");
  }

  @Test
  void anUnknownCodeShouldHaveAPageToo() {
    assertThat(page("/s/UNKNOWN").expect(404).text()).contains("无法识别此二维码");
  }

  @Test
  void aPostersPageShouldLeadOnToThePhonesPages() {
    Gate gate = server.application().fixtures().aVenue().addWithGate();
    assertThat(page(path(gate.in())).text())
        .contains("<div id=\"app\"><main class=\"landing-first\">");
    assertThat(page("/m").expect(200).text()).contains("<div id=\"app\"><!--landing--></div>");
    assertThat(page("/m").header("cache-control")).isEqualTo("no-cache");
    assertThat(page("/").text()).contains("href=\"/m/\"");
    assertThat(page("/m/worker.js").expect(200).header("content-type"))
        .startsWith("text/javascript");
    assertThat(page("/m/worker.js").header("cache-control")).isEqualTo("no-cache");
  }

  @Test
  void theConsoleShouldBeOneDocumentThatTheStartPageLeadsTo() {
    assertThat(page("/").text()).contains("href=\"/console\"");
    for (String path : List.of("/console", "/console/")) {
      assertThat(page(path).expect(200).header("content-type")).startsWith("text/html");
      assertThat(page(path).text()).contains("<title>console</title>");
      assertThat(page(path).header("cache-control")).isEqualTo("no-cache");
    }
    page("/console/cases").expect(404);
    page("/console/worker.js").expect(404);
    page("/consoles").expect(404);
  }

  @Test
  void filesOfAClientsPagesShouldBeKeptByBrowsersForAYear() {
    Map.of("/m", ".phone { color: #14211c }\n", "/console", ".console { color: #14211c }\n")
        .forEach(
            (place, text) -> {
              Answer file = page(place + "/assets/page.css").expect(200);
              assertThat(file.header("content-type")).startsWith("text/css");
              assertThat(file.header("cache-control"))
                  .isEqualTo("public, max-age=31536000, immutable");
              assertThat(file.text()).isEqualTo(text);
              for (String other :
                  List.of("other.css", "..%2findex.html", "page.css%00", ".css", "app")) {
                assertThat(page(place + "/assets/" + other).status()).isIn(400, 404);
              }
            });
  }

  @Test
  void theConsolesPagesShouldLoadNothingFromElsewhereAndRunNoScriptsOfTheDocument() {
    for (String path : List.of("/console", "/console/", "/console/assets/page.css")) {
      assertThat(page(path).header("content-security-policy").split("; "))
          .containsExactlyInAnyOrder(
              "default-src 'none'",
              "script-src 'self'",
              "connect-src 'self'",
              "style-src 'self' 'unsafe-inline'",
              "img-src 'self' data: blob:",
              "font-src 'self' data:",
              "base-uri 'none'",
              "form-action 'none'",
              "frame-ancestors 'none'");
      assertThat(page(path).header("permissions-policy")).contains("camera=()");
    }
    assertThat(page("/consoles").header("content-security-policy")).doesNotContain("unsafe-inline");
  }

  @Test
  void onlyThePhonesPagesShouldHaveTheCamera() {
    assertThat(page("/m").header("permissions-policy")).contains("camera=(self)");
    assertThat(page("/docs").header("permissions-policy")).contains("camera=()");
    assertThat(page("/m").header("content-security-policy")).contains("script-src 'self';");
    assertThat(page("/docs").header("content-security-policy")).doesNotContain("unsafe-inline");
  }

  private static String path(Poster poster) {
    return URI.create(server.application().links().urlOf(poster)).getPath();
  }

  private static Answer page(String path) {
    return server.uncheckedClient().send("GET", path, BodyPublishers.noBody());
  }
}
