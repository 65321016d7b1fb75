package cn.venuepass.rest.pages;

import cn.venuepass.rest.access.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The phone's pages for any browser: everything that the mini-program shows in WeChat. */
@Path("m")
public final class PhonePagesResource {
  private static final String JAVASCRIPT = "text/javascript;charset=utf-8";
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String ALWAYS_ASK = "no-cache";

  private final Optional<WebBundle> bundle;

  /** Those of that bundle; none when the build left it out. */
  public PhonePagesResource(Optional<WebBundle> bundle) {
    this.bundle = bundle;
  }

  @GET
  @Produces(PagesResource.HTML)
  @Open
  public Response index() {
    return page(bundle.map(WebBundle::index).orElseThrow(NotFoundException::new));
  }

  /** Keeps the pages on a device; it lies beside the start page, since it serves what is below. */
  @GET
  @Path("worker.js")
  @Produces(JAVASCRIPT)
  @Open
  public Response worker() {
    return page(bundle.flatMap(WebBundle::worker).orElseThrow(NotFoundException::new));
  }

  @GET
  @Path("assets/{name}")
  @Produces(MediaType.WILDCARD)
  @Open
  public Response asset(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
    var file = bundle.flatMap(files -> files.asset(name)).orElseThrow(NotFoundException::new);
    boolean compressed = encodings != null && encodings.contains("gzip");
    var answer =
        Response.ok(compressed ? file.gzip() : file.content(), file.type())
            .header(HttpHeaders.CACHE_CONTROL, FOREVER)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return (compressed ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer).build();
  }

  /** What names files by their content: whoever has it must ask whether it is still so. */
  private static Response page(String text) {
    return Response.ok(text).header(HttpHeaders.CACHE_CONTROL, ALWAYS_ASK).build();
  }
}
