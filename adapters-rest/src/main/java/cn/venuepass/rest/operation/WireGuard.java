package cn.venuepass.rest.operation;

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

/**
 * Stands between the reading of HTTP and its answering. No other protocol is spoken here: a wish
 * for one is ignored, as HTTP allows, where Grizzly would lose the body and hang up. A body that is
 * broken from its first chunk on was answered already; it goes no further.
 */
public final class WireGuard extends BaseFilter implements AddOn {
  private static final String UNDER_WAY = WireGuard.class.getName();

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
    if (context.getMessage() instanceof HttpContent content) {
      HttpHeader request = content.getHttpHeader();
      if (HttpContent.isBroken(content)
          && request.getAttributes().getAttribute(UNDER_WAY) == null) {
        return context.getStopAction();
      }
      request.getAttributes().setAttribute(UNDER_WAY, true);
    }
    return context.getInvokeAction();
  }
}
