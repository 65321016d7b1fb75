package cn.venuepass.domain.notification;

import java.util.Optional;

/**
 * What notifications tell of, and who knocks for each: WeChat, which costs nothing, and for what
 * must not be missed a text message where WeChat is turned away.
 */
public enum NotificationKind {
  /** The community approved or rejected the applicant's venue. */
  REVIEW_DECIDED("review-decided", true),
  /** From now on the person may register others at a venue. */
  MANAGER_ACTIVATED("manager-activated", false),
  /** A rectification that was ordered is due soon. */
  RECTIFICATION_DUE("rectification-due", true),
  /** The person may have met somebody infected; neither the template nor its name says so. */
  EXPOSURE_NOTICE("new-message", true),
  /** A venue was locked by order, or is unlocked. */
  VENUE_CONTROLLED("venue-controlled", true),
  /** An order on the person's admission, or its end; the template does not say which. */
  ADMISSION_CONTROLLED("new-message", true),
  /** An appeal against an order was answered. */
  APPEAL_ANSWERED("appeal-answered", true),
  /** Whoever is on duty is told of every order and every lifting. */
  CONTROL_CHANGED("control-changed", true);

  private final String template;
  private final boolean alsoBySms;

  NotificationKind(String template, boolean alsoBySms) {
    this.template = template;
    this.alsoBySms = alsoBySms;
  }

  /** The name of the template that each carrier knows its own text for. */
  public String template() {
    return template;
  }

  /** Who knocks when that carrier was turned away. */
  Optional<Carrier> carrierAfter(Carrier carrier) {
    return alsoBySms && carrier == Carrier.WECHAT ? Optional.of(Carrier.SMS) : Optional.empty();
  }
}
