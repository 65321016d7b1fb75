package cn.venuepass.bootstrap;

import cn.venuepass.application.access.SharedTokens;
import cn.venuepass.application.access.WeChatLogin;
import cn.venuepass.application.notification.SmsGateway;
import cn.venuepass.application.notification.WeChatMessages;
import cn.venuepass.application.person.WeChatPhone;
import java.time.InstantSource;

/** The systems of others that the service asks and sends messages with. */
record Carriers(
    WeChatLogin weChatLogin,
    WeChatPhone weChatPhone,
    WeChatMessages weChatMessages,
    SmsGateway smsGateway) {

  /** Makes them once there is a store in which the nodes share their tokens. */
  @FunctionalInterface
  interface Source {
    Carriers over(SharedTokens tokens, InstantSource clock);
  }
}
