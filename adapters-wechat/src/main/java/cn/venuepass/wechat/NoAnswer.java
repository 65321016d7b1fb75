package cn.venuepass.wechat;

import java.io.Serial;

/** Another system did not answer, or nothing that can be used. The message holds no value of it. */
final class NoAnswer extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  NoAnswer(String reason) {
    super(reason);
  }
}
