package cn.venuepass.wechat;

import com.google.gson.JsonParseException;
import me.chanjar.weixin.common.error.WxErrorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks WeChat one thing, within a limit of calls at once. What goes wrong is logged without the
 * values that were sent or answered.
 */
final class AskWeChat {
  private static final Logger LOG = LoggerFactory.getLogger(AskWeChat.class);

  private final WxJavaClient client;
  private final CallLimit limit;

  AskWeChat(WxJavaClient client, CallLimit limit) {
    this.client = client;
    this.limit = limit;
  }

  /** What is asked of WxJava. */
  @FunctionalInterface
  interface Question<T> {
    T ask(WxJavaClient client) throws WxErrorException;
  }

  /**
   * Asks.
   *
   * @param what names the question in the log
   */
  <T> Asked<T> about(String what, Question<T> question) {
    try {
      return new Asked.Answered<>(limit.during(() -> question.ask(client)));
    } catch (WxErrorException e) {
      int code = e.getError().getErrorCode();
      LOG.info("WeChat refuses {}: errcode {}", what, code);
      return new Asked.Refused<>(code);
    } catch (NoAnswer e) {
      LOG.warn("WeChat is of no help with {}: {}", what, e.getMessage());
    } catch (JsonParseException
        | ClassCastException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException e) {
      LOG.warn("WeChat is of no help with {}: an answer of another form", what);
    }
    return new Asked.Silent<>();
  }
}
