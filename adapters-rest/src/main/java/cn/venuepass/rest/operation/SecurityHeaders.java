package cn.venuepass.rest.operation;

import cn.venuepass.rest.ApiPaths;
import java.util.Map;
import java.util.function.BiConsumer;

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

  /**
   * Puts them on an answer.
   *
   * @param header sets one of its headers
   */
  static void put(BiConsumer<String, String> header, String path, boolean overTls) {
    ALWAYS.forEach(header);
    if (path.startsWith(ApiPaths.BASE)) {
      header.accept("Cache-Control", "no-store");
    }
    if (overTls) {
      header.accept("Strict-Transport-Security", ONE_YEAR_OF_TLS);
    }
  }
}
