package cn.venuepass.rest.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A client's pages as its build packed them into the jar: an {@code index.html}, and files whose
 * names change with their content. Files are read once and kept, plain and compressed.
 */
public final class WebBundle {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "png", "image/png",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  private final String root;
  private final String index;
  private final Map<String, WebFile> files = new ConcurrentHashMap<>();

  private WebBundle(String root, String index) {
    this.root = root;
    this.index = index;
  }

  /** The bundle of that client; empty when the build left it out. */
  public static Optional<WebBundle> of(String client) {
    String root = "/cn/venuepass/web/" + client + "/";
    return read(root + "index.html").map(index -> new WebBundle(root, new String(index, UTF_8)));
  }

  /** The page that everything begins with. */
  String index() {
    return index;
  }

  /** The script that keeps the pages on a device; empty when the client has none. */
  Optional<String> worker() {
    return read(root + "worker.js").map(script -> new String(script, UTF_8));
  }

  /** The file of that name; empty when there is none. */
  Optional<WebFile> asset(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    WebFile known = files.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<WebFile> found =
        read(root + "assets/" + name).map(content -> new WebFile(content, type));
    found.ifPresent(file -> files.put(name, file));
    return found;
  }

  private static Optional<byte[]> read(String path) {
    try (InputStream file = WebBundle.class.getResourceAsStream(path)) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
