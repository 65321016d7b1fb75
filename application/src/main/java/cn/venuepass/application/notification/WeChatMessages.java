package cn.venuepass.application.notification;

import java.util.Map;

/** Brings a subscribe message (订阅消息) to somebody's WeChat. Never called on a scan's path. */
@FunctionalInterface
public interface WeChatMessages {

  Delivery send(WeChatMessage message);

  /**
   * A message by a template that the mini-program has registered.
   *
   * @param openId who gets it, as {@link cn.venuepass.application.person.WeChatIdentity} knows them
   * @param template which kind of message; the adapter knows WeChat's id of the template
   * @param values what stands in the template's places, by their names
   */
  record WeChatMessage(String openId, String template, Map<String, String> values) {
    public WeChatMessage {
      values = Map.copyOf(values);
    }

    @Override
    public String toString() {
      return "WeChatMessage[" + template + "]";
    }
  }
}
