package cn.venuepass.rest.pages;

import cn.venuepass.rest.access.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

  private final WebPages pages;

  /** Those of that bundle; none when the build left it out. */
  public PhonePagesResource(Optional<WebBundle> bundle) {
    this.pages = new WebPages(bundle);
  }

  @GET
  @Produces(PagesResource.HTML)
  @Open
  public Response index() {
    return pages.index();
  }

  /** Keeps the pages on a device; it lies beside the start page, since it serves what is below. */
  @GET
  @Path("worker.js")
  @Produces(JAVASCRIPT)
  @Open
  public Response worker() {
    return pages.worker();
  }

  @GET
  @Path("assets/{name}")
  @Produces(MediaType.WILDCARD)
  @Open
  public Response asset(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
    return pages.asset(name, encodings);
  }
}
