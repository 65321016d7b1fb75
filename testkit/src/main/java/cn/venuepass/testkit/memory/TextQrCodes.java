package cn.venuepass.testkit.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.venue.QrCodeRenderer;

/** "Draws" a code as its format and its text, which tests can read. */
public final class TextQrCodes implements QrCodeRenderer {
  @Override
  public byte[] render(String text, Format format) {
    return (format + ":" + text).getBytes(UTF_8);
  }
}
