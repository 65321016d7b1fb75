package cn.venuepass.rest.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.venue.PosterLanding;
import cn.venuepass.application.venue.ViewPoster;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.rest.access.Open;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The few pages that the service draws itself: the start, a poster's landing, the API's manual. */
@Path("/")
@Produces(PagesResource.HTML)
public final class PagesResource {
  static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";
  private static final String LANDING_STYLE =
      "<link rel=\"stylesheet\" href=\"/assets/landing.css\">";

  /** Scripts put the app there, instead of what it holds. */
  private static final String PLACE_OF_THE_APP = "<!--landing-->";

  private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/";
  private static final Map<String, String> ASSETS =
      Map.of(
          "page.css",
          "page.css",
          "landing.css",
          "landing.css",
          "docs.js",
          "docs.js",
          "swagger-ui.css",
          SWAGGER_UI + Version.SWAGGER_UI + "/swagger-ui.css",
          "swagger-ui-bundle.js",
          SWAGGER_UI + Version.SWAGGER_UI + "/swagger-ui-bundle.js");

  private final ViewPoster viewPoster;
  private final boolean demo;
  private final Optional<WebBundle> phone;
  private final boolean console;
  private final Template start = template("start.html");
  private final Template landing = template("landing.html");
  private final Template landingMain = template("landing-main.html");
  private final Template docs = template("docs.html");

  /**
   * Pages over that use case.
   *
   * @param demo whether the start page names the demo's accounts
   * @param phone the pages that take over where a browser runs scripts
   * @param console whether there are the duty room's pages
   */
  public PagesResource(
      ViewPoster viewPoster, boolean demo, Optional<WebBundle> phone, boolean console) {
    this.viewPoster = viewPoster;
    this.demo = demo;
    this.phone = phone;
    this.console = console;
  }

  @GET
  @Open
  public String start() {
    return start.execute(
        Map.of(
            "version",
            Version.PRODUCT,
            "demo",
            demo,
            "phone",
            phone.isPresent(),
            "console",
            console));
  }

  @GET
  @Path("docs")
  @Open
  public String docs() {
    return docs.execute(Map.of());
  }

  /**
   * Posters carry their URL in upper case. The page says at once where one stands, in which
   * direction; on a phone that runs scripts it goes on to one tap that registers.
   */
  @GET
  @Path("{s:[sS]}/{code}")
  @Open
  public Response landing(@PathParam("code") String code) {
    return viewPoster
        .view(code)
        .fold(
            poster -> Response.ok(landingPage(values(poster))),
            denial ->
                Response.status(Response.Status.NOT_FOUND)
                    .entity(landingPage(Map.of("known", false))))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  private String landingPage(Map<String, Object> values) {
    String main = landingMain.execute(values);
    return phone
        .map(
            pages ->
                pages
                    .index()
                    .replace("</head>", LANDING_STYLE + "</head>")
                    .replace(PLACE_OF_THE_APP, main))
        .orElseGet(() -> landing.execute(Map.of("main", main)));
  }

  @GET
  @Path("openapi.yaml")
  @Produces("application/yaml;charset=utf-8")
  @Open
  public InputStream openApi() {
    return resource("/cn/venuepass/rest/openapi.yaml");
  }

  @GET
  @Path("assets/{name}")
  @Produces(MediaType.WILDCARD)
  @Open
  public Response asset(@PathParam("name") String name) {
    String path = Optional.ofNullable(ASSETS.get(name)).orElseThrow(NotFoundException::new);
    String type = name.endsWith(".css") ? "text/css" : "text/javascript";
    return Response.ok(resource(path), type + ";charset=utf-8")
        .header("Cache-Control", "max-age=3600")
        .build();
  }

  private static Map<String, Object> values(PosterLanding poster) {
    return Map.of(
        "known",
        true,
        "open",
        poster.open(),
        "in",
        poster.direction() == Direction.IN,
        "venueName",
        poster.venueName().text());
  }

  private static Template template(String name) {
    try (Reader reader = new InputStreamReader(resource(name), UTF_8)) {
      return Mustache.compiler().escapeHTML(true).compile(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    String path = name.startsWith("/") ? name : "/cn/venuepass/rest/pages/" + name;
    return Optional.ofNullable(PagesResource.class.getResourceAsStream(path))
        .orElseThrow(() -> new IllegalStateException("missing in the jar: " + path));
  }
}
