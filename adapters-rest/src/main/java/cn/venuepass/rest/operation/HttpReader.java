package cn.venuepass.rest.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.venuepass.rest.problem.ProblemType;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Reads requests, and hangs up on every one of which somebody else could think that it ends
 * elsewhere: what one server takes for a body, another must not take for the next request (RFC
 * 9112, 11.2). What cannot be read is answered by a problem.
 */
final class HttpReader extends HttpServerFilter {
  private static final String CHUNKED = "chunked";

  /** A reader with the limits of the listener. */
  @SuppressWarnings("deprecation") // the builders that are to come instead are not there yet
  HttpReader(NetworkListener listener) {
    super(
        listener.isChunkingEnabled(),
        listener.getMaxHttpHeaderSize(),
        null,
        listener.getKeepAlive(),
        null,
        listener.getMaxRequestHeaders(),
        listener.getMaxResponseHeaders());
  }

  @Override
  protected boolean onHttpHeaderParsed(
      HttpHeader header, Buffer buffer, FilterChainContext context) {
    HttpRequestPacket request = (HttpRequestPacket) header;
    if (super.onHttpHeaderParsed(header, buffer, context)) {
      return true;
    } else if (isForProxies(request.getMethod())) {
      request.getResponse().setStatus(ProblemType.METHOD_NOT_ALLOWED.status());
      return true;
    } else if (request.getProtocol() == Protocol.HTTP_0_9) {
      request.setProtocol(Protocol.HTTP_1_1);
      return true;
    }
    return isFramedDoubtfully(request.getHeaders());
  }

  @Override
  protected HttpContent customizeErrorResponse(HttpResponsePacket response) {
    ProblemType type =
        response.getStatus() == ProblemType.METHOD_NOT_ALLOWED.status()
            ? ProblemType.METHOD_NOT_ALLOWED
            : ProblemType.MALFORMED_REQUEST;
    byte[] body =
        WireProblems.text(type, response.getRequest().getHeader("Accept-Language"))
            .getBytes(US_ASCII);
    response.setStatus(type.status());
    response.setContentType(WireProblems.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.setHeader(Header.Connection, "close");
    SecurityHeaders.put(response::setHeader, "", false);
    String id = RequestIds.next();
    response.setHeader(RequestIds.HEADER, id);
    ProblemLog.noteOfMany(id, type, ProblemLog.NOWHERE, ProblemLog.NOWHERE);
    return HttpContent.builder(response)
        .content(Buffers.wrap(response.getRequest().getConnection().getMemoryManager(), body))
        .last(true)
        .build();
  }

  /** Methods whose body Grizzly does not read, and that mean nothing here. */
  private static boolean isForProxies(Method method) {
    return Method.TRACE.equals(method)
        || Method.CONNECT.equals(method)
        || Method.PRI.equals(method);
  }

  private static boolean isFramedDoubtfully(MimeHeaders headers) {
    int codings = 0;
    boolean sized = false;
    for (int i = 0; i < headers.size(); i++) {
      DataChunk name = headers.getName(i);
      if (isNoName(name)) {
        return true;
      } else if (name.equalsIgnoreCaseLowerCase(Header.TransferEncoding.getLowerCaseBytes())) {
        codings++;
        if (!headers.getValue(i).equalsIgnoreCase(CHUNKED)) {
          return true;
        }
      } else {
        sized |= name.equalsIgnoreCaseLowerCase(Header.ContentLength.getLowerCaseBytes());
      }
    }
    return codings > 1 || (codings == 1 && sized);
  }

  /** A line without a colon becomes part of the next line's name. */
  private static boolean isNoName(DataChunk name) {
    return name.getLength() == 0
        || name.indexOf(' ', 0) >= 0
        || name.indexOf('\t', 0) >= 0
        || name.indexOf('\r', 0) >= 0
        || name.indexOf('\n', 0) >= 0;
  }
}
