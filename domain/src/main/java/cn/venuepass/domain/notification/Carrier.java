package cn.venuepass.domain.notification;

/** Who may knock at a person's door: the knock says that there is something to read, not what. */
public enum Carrier {
  WECHAT,
  SMS
}
