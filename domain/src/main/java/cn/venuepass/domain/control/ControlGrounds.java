package cn.venuepass.domain.control;

import java.util.Optional;

/**
 * Why a control order is made.
 *
 * @param reason what happened
 * @param evidence what shows it, for whoever approves
 */
public record ControlGrounds(ControlRule rule, ControlNote reason, Optional<ControlNote> evidence) {
  @Override
  public String toString() {
    return "ControlGrounds[" + rule + ", ***]";
  }
}
