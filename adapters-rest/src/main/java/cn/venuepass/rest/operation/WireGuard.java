package cn.venuepass.rest.operation;

import java.time.Duration;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpEvents.IncomingHttpUpgradeEvent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.Header;

/**
 * Stands between the reading of HTTP and its answering. No other protocol is spoken here: a wish
 * for one is ignored, as HTTP allows, where Grizzly would lose the body and hang up. A body of
 * usual size is gathered before anybody works on its request, so that who sends it slowly, or never
 * ends, holds a connection and nothing else.
 */
public final class WireGuard extends BaseFilter implements AddOn {
  private static final String UNDER_WAY = WireGuard.class.getName();
  private static final String SINCE = UNDER_WAY + ".since";

  /** Larger than nearly every body; what is larger still is read by whoever works on it. */
  private static final int GATHERED_BYTES = 64 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    int reader = chain.indexOfType(HttpServerFilter.class);
    chain.set(reader, new HttpReader(listener)).add(reader + 1, this);
  }

  @Override
  public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
    if (event instanceof IncomingHttpUpgradeEvent upgrade) {
      HttpHeader request = upgrade.getHttpHeader();
      request.getUpgradeDC().recycle();
      request.setIgnoreContentModifiers(false);
    }
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleRead(FilterChainContext context) {
    if (!(context.getMessage() instanceof HttpContent content)) {
      return context.getInvokeAction();
    }
    HttpHeader request = content.getHttpHeader();
    if (request.getAttributes().getAttribute(UNDER_WAY) != null) {
      return context.getInvokeAction();
    } else if (HttpContent.isBroken(content)) {
      return context.getStopAction();
    } else if (isToBeGathered(request, content)) {
      return gather(context, request, content);
    }
    request.getAttributes().setAttribute(UNDER_WAY, true);
    return context.getInvokeAction();
  }

  /** Who waits to be asked for the body gets that from whoever works on it. */
  private static boolean isToBeGathered(HttpHeader request, HttpContent content) {
    return !content.isLast()
        && request.getContentLength() <= GATHERED_BYTES
        && content.getContent().remaining() < GATHERED_BYTES
        && request.getHeader(Header.Expect) == null;
  }

  private static NextAction gather(
      FilterChainContext context, HttpHeader request, HttpContent content) {
    long now = System.nanoTime();
    Object since = request.getAttributes().getAttribute(SINCE);
    if (since == null) {
      request.getAttributes().setAttribute(SINCE, now);
    } else if (now - (long) since > PATIENCE.toNanos()) {
      context.getConnection().closeSilently();
      return context.getStopAction();
    }
    return context.getStopAction(content);
  }
}
