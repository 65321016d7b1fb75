package cn.venuepass.rest.pages;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers with a client's pages; nothing is found where the build left them out. */
final class WebPages {
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String ALWAYS_ASK = "no-cache";

  private final Optional<WebBundle> bundle;

  WebPages(Optional<WebBundle> bundle) {
    this.bundle = bundle;
  }

  Response index() {
    return page(bundle.map(WebBundle::index));
  }

  Response worker() {
    return page(bundle.flatMap(WebBundle::worker));
  }

  /** The file of that name, compressed for whoever says that it reads that. */
  Response asset(String name, @Nullable String encodings) {
    var file = bundle.flatMap(files -> files.asset(name)).orElseThrow(NotFoundException::new);
    boolean compressed = encodings != null && encodings.contains("gzip");
    var answer =
        Response.ok(compressed ? file.gzip() : file.content(), file.type())
            .header(HttpHeaders.CACHE_CONTROL, FOREVER)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return (compressed ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer).build();
  }

  /** What names files by their content: whoever has it must ask whether it is still so. */
  private static Response page(Optional<String> text) {
    return Response.ok(text.orElseThrow(NotFoundException::new))
        .header(HttpHeaders.CACHE_CONTROL, ALWAYS_ASK)
        .build();
  }
}
