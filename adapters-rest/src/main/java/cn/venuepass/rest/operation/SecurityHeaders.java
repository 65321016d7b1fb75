package cn.venuepass.rest.operation;

import cn.venuepass.rest.ApiPaths;
import java.util.Map;
import org.glassfish.grizzly.http.server.Response;

/**
 * Headers that keep browsers from guessing, framing, remembering and loading from elsewhere, on
 * every answer.
 */
final class SecurityHeaders {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
              + " 'none'");
  private static final String ONE_YEAR_OF_TLS = "max-age=31536000";

  private SecurityHeaders() {}

  static void put(Response response, String path, boolean overTls) {
    ALWAYS.forEach(response::setHeader);
    if (path.startsWith(ApiPaths.BASE)) {
      response.setHeader("Cache-Control", "no-store");
    }
    if (overTls) {
      response.setHeader("Strict-Transport-Security", ONE_YEAR_OF_TLS);
    }
  }
}
