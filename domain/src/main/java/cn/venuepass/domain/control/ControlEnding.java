package cn.venuepass.domain.control;

import java.util.Optional;

/** How somebody ended a control order before its time. */
public record ControlEnding(Kind kind, ControlSignature signed, Optional<ControlNote> reason) {

  /** What ended. */
  public enum Kind {
    /** A second controller refused the proposal. */
    DECLINED,
    /** Whoever proposed took it back. */
    WITHDRAWN,
    /** The order was active. */
    LIFTED
  }
}
