package cn.venuepass.rest.operation;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
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
import org.glassfish.grizzly.utils.IdleTimeoutFilter;

/**
 * Stands between the reading of HTTP and its answering. No other protocol is spoken here: a wish
 * for one is ignored, as HTTP allows, where Grizzly would lose the body and hang up. A body of
 * usual and announced size is gathered before anybody works on its request, so that who sends it
 * slowly, or never ends, holds a connection and a little memory. Only so many are gathered at once;
 * the others are read by whoever works on them, as larger bodies are.
 */
public final class WireGuard extends BaseFilter implements AddOn {
  private static final String UNDER_WAY = WireGuard.class.getName();

  /** As large as nearly every body may be. */
  private static final int GATHERED_BYTES = 256 * 1024;

  private static final int MOST_GATHERED = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Since when a connection's body is gathered. */
  private final Attribute<Long> since =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(UNDER_WAY + ".since");

  private final AtomicInteger gathered = new AtomicInteger();

  /** Behind the filter that watches for idle connections, which is to see every piece. */
  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    chain
        .set(chain.indexOfType(HttpServerFilter.class), new HttpReader(listener))
        .add(chain.indexOfType(IdleTimeoutFilter.class) + 1, this);
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
    } else if (isToBeGathered(request, content) && mayGather(context.getConnection())) {
      return context.getStopAction(content);
    }
    forget(context.getConnection());
    request.getAttributes().setAttribute(UNDER_WAY, true);
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleClose(FilterChainContext context) {
    forget(context.getConnection());
    return context.getInvokeAction();
  }

  /** Who waits to be asked for the body gets that from whoever works on it. */
  private static boolean isToBeGathered(HttpHeader request, HttpContent content) {
    return !content.isLast()
        && request.getContentLength() >= 0
        && request.getContentLength() <= GATHERED_BYTES
        && request.getHeader(Header.Expect) == null;
  }

  private boolean mayGather(Connection<?> connection) {
    Long begin = since.get(connection);
    if (begin != null) {
      return System.nanoTime() - begin <= PATIENCE.toNanos();
    } else if (gathered.incrementAndGet() > MOST_GATHERED) {
      int unused = gathered.decrementAndGet();
      return false;
    }
    since.set(connection, System.nanoTime());
    return true;
  }

  private void forget(Connection<?> connection) {
    if (since.remove(connection) != null) {
      int unused = gathered.decrementAndGet();
    }
  }
}
