package cn.venuepass.rest.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/**
 * Stands before Jersey, which cannot answer a request whose address is no URI: such a request is
 * malformed. A Host that is none does not matter, since the service makes no links from it.
 */
public final class RequestGate extends HttpHandler {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?");
  private static final String PROBLEM =
      """
      {"type":"urn:venuepass:problem:MALFORMED_REQUEST","title":"请求格式有误","status":400,\
      "detail":"请求格式有误","code":"MALFORMED_REQUEST"}""";

  private final HttpHandler api;

  public RequestGate(HttpHandler api) {
    this.api = api;
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    if (!isUri(request)) {
      byte[] body = PROBLEM.getBytes(UTF_8);
      response.setStatus(400);
      response.setContentType("application/problem+json");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      return;
    }
    if (!HOST.matcher(request.getServerName()).matches()) {
      request.getRequest().serverName().setString("localhost");
    }
    api.service(request, response);
  }

  @Override
  public void start() {
    api.start();
  }

  @Override
  public void destroy() {
    api.destroy();
  }

  private static boolean isUri(Request request) {
    String query = request.getQueryString();
    try {
      URI address = new URI(request.getRequestURI() + (query == null ? "" : "?" + query));
      return address.getRawPath() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
