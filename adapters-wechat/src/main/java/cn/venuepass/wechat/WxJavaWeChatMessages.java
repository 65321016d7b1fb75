package cn.venuepass.wechat;

import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage.MsgData;
import cn.venuepass.application.notification.Delivery;
import cn.venuepass.application.notification.WeChatMessages;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** WeChat's subscribe messages (订阅消息). */
final class WxJavaWeChatMessages implements WeChatMessages {
  /**
   * The open id is none, no such template, no such page, the recipient wants none, forbidden words,
   * the values do not suit the template.
   */
  private static final Set<Integer> FINAL = Set.of(40003, 40037, 41030, 43101, 45168, 47003);

  /** How many characters WeChat takes in a place, by the kind that its name begins with. */
  private static final Map<String, Integer> LONGEST =
      Map.of("thing", 20, "phrase", 5, "name", 10, "character_string", 32);

  private static final Pattern PLACE = Pattern.compile("([a-z_]+)[0-9]+");

  private final AskWeChat weChat;
  private final MessageTemplates templates;

  WxJavaWeChatMessages(AskWeChat weChat, MessageTemplates templates) {
    this.weChat = weChat;
    this.templates = templates;
  }

  @Override
  public Delivery send(WeChatMessage message) {
    return templates
        .find(message.template())
        .map(template -> deliver(written(message, template)))
        .orElse(Delivery.REFUSED);
  }

  private Delivery deliver(WxMaSubscribeMessage message) {
    return weChat
        .about(
            "a message",
            client -> {
              client.subscriptions().sendSubscribeMsg(message);
              return Delivery.DELIVERED;
            })
        .fold(
            delivered -> delivered,
            error -> FINAL.contains(error) ? Delivery.REFUSED : Delivery.TRY_LATER,
            Delivery.TRY_LATER);
  }

  private static WxMaSubscribeMessage written(
      WeChatMessage message, MessageTemplates.Template template) {
    var written = new WxMaSubscribeMessage();
    written.setToUser(message.openId()).setTemplateId(template.id());
    template.page().ifPresent(written::setPage);
    template
        .data(message.values())
        .forEach((place, value) -> written.addData(new MsgData(place, shortened(place, value))));
    return written;
  }

  /** A value that WeChat takes in that place: a longer one is refused with the whole message. */
  private static String shortened(String place, String value) {
    Matcher kind = PLACE.matcher(place);
    int longest =
        kind.matches() ? LONGEST.getOrDefault(kind.group(1), value.length()) : value.length();
    if (value.codePointCount(0, value.length()) <= longest) {
      return value;
    }
    return value.substring(0, value.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
