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
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'; ";
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Content-Security-Policy",
          POLICY + "style-src 'self'; img-src 'self' data:");

  /** The phone's pages read codes with the camera, and their framework writes styles. */
  private static final Map<String, String> PHONE =
      Map.of(
          "Permissions-Policy",
          "camera=(self), geolocation=(), microphone=()",
          "Content-Security-Policy",
          POLICY
              + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
              + " media-src 'self' blob: mediastream:; worker-src 'self' blob:; font-src 'self'"
              + " data:");

  /** The console's framework writes styles, and it shows photos that it fetched. */
  private static final Map<String, String> CONSOLE =
      Map.of(
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Content-Security-Policy",
          POLICY
              + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'"
              + " data:");

  private static final String ONE_YEAR_OF_TLS = "max-age=31536000";

  private SecurityHeaders() {}

  /**
   * Puts them on an answer.
   *
   * @param header sets one of its headers
   */
  static void put(BiConsumer<String, String> header, String path, boolean overTls) {
    ALWAYS.forEach(header);
    ofPages(path).forEach(header);
    if (path.startsWith(ApiPaths.BASE)) {
      header.accept("Cache-Control", "no-store");
    }
    if (overTls) {
      header.accept("Strict-Transport-Security", ONE_YEAR_OF_TLS);
    }
  }

  private static Map<String, String> ofPages(String path) {
    if (isAtOrBelow(path, "/m") || path.startsWith("/s/") || path.startsWith("/S/")) {
      return PHONE;
    }
    return isAtOrBelow(path, "/console") ? CONSOLE : ELSEWHERE;
  }

  private static boolean isAtOrBelow(String path, String place) {
    return path.startsWith(place)
        && (path.length() == place.length() || path.charAt(place.length()) == '/');
  }
}
