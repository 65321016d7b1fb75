package cn.venuepass.rest.operation;

import cn.venuepass.rest.ApiPaths;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Headers that keep browsers from guessing, framing, remembering and loading from elsewhere. */
public final class ResponseHeaders implements ContainerResponseFilter {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    var headers = response.getHeaders();
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("Referrer-Policy", "no-referrer");
    if (!headers.containsKey("Content-Security-Policy")) {
      headers.putSingle("Content-Security-Policy", POLICY);
    }
    if (request.getUriInfo().getRequestUri().getPath().startsWith(ApiPaths.BASE)) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }
}
