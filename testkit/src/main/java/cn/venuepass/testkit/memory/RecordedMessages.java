package cn.venuepass.testkit.memory;

import cn.venuepass.application.notification.Delivery;
import cn.venuepass.application.notification.SmsGateway;
import cn.venuepass.application.notification.WeChatMessages;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Carriers that remember what they were given, and answer as they are told: at first, brought. */
public final class RecordedMessages {
  private final List<WeChatMessages.WeChatMessage> weChat = new CopyOnWriteArrayList<>();
  private final List<SmsGateway.TextMessage> sms = new CopyOnWriteArrayList<>();
  private volatile Delivery weChatAnswers = Delivery.DELIVERED;
  private volatile Delivery smsAnswers = Delivery.DELIVERED;

  public Delivery send(WeChatMessages.WeChatMessage message) {
    weChat.add(message);
    return weChatAnswers;
  }

  public Delivery send(SmsGateway.TextMessage message) {
    sms.add(message);
    return smsAnswers;
  }

  public void weChatAnswers(Delivery answer) {
    weChatAnswers = answer;
  }

  public void smsAnswers(Delivery answer) {
    smsAnswers = answer;
  }

  /** What WeChat was given, the first first. */
  public List<WeChatMessages.WeChatMessage> weChat() {
    return List.copyOf(weChat);
  }

  /** What the text gateway was given, the first first. */
  public List<SmsGateway.TextMessage> sms() {
    return List.copyOf(sms);
  }
}
