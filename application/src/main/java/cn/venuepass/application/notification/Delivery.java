package cn.venuepass.application.notification;

/** What became of a message that was handed to somebody who brings it. */
public enum Delivery {
  DELIVERED,
  /** The carrier does not answer or asks for patience: the same again later. */
  TRY_LATER,
  /** It will never arrive: the recipient wants none, or the message is wrong. */
  REFUSED
}
