package cn.venuepass.application.notification;

import cn.venuepass.domain.person.PhoneNumber;
import java.util.Map;

/** Sends text messages to phones. Never called on a scan's path. */
@FunctionalInterface
public interface SmsGateway {

  Delivery send(TextMessage message);

  /**
   * A message by a template that the gateway's provider has registered.
   *
   * @param template which kind of message; the adapter knows the provider's id of the template
   * @param values what stands in the template's places, by their names
   */
  record TextMessage(PhoneNumber to, String template, Map<String, String> values) {
    public TextMessage {
      values = Map.copyOf(values);
    }

    @Override
    public String toString() {
      return "TextMessage[" + template + "]";
    }
  }
}
