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

/** The duty room's pages: one document, which finds its way behind the {@code #}. */
@Path("console")
public final class ConsolePagesResource {
  private final WebPages pages;

  /** Those of that bundle; none when the build left it out. */
  public ConsolePagesResource(Optional<WebBundle> bundle) {
    this.pages = new WebPages(bundle);
  }

  @GET
  @Produces(PagesResource.HTML)
  @Open
  public Response index() {
    return pages.index();
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
