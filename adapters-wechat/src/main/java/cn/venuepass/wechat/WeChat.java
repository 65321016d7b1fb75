package cn.venuepass.wechat;

import cn.venuepass.application.access.SharedTokens;
import cn.venuepass.application.access.WeChatLogin;
import cn.venuepass.application.notification.WeChatMessages;
import cn.venuepass.application.person.WeChatPhone;
import java.time.InstantSource;

/**
 * Everything that WeChat does for the service, as one mini-program. Messages have calls of their
 * own, so that sending many keeps nobody from signing in.
 */
public record WeChat(WeChatLogin login, WeChatPhone phone, WeChatMessages messages) {

  public static WeChat connect(
      WeChatSettings settings,
      MessageTemplates templates,
      SharedTokens tokens,
      InstantSource clock) {
    var client = new WxJavaClient(settings, tokens, clock);
    var people = new AskWeChat(client, new CallLimit(settings.atOnce()));
    var messages = new AskWeChat(client, new CallLimit(settings.atOnce()));
    return new WeChat(
        new WxJavaWeChatLogin(people),
        new WxJavaWeChatPhone(people),
        new WxJavaWeChatMessages(messages, templates));
  }
}
