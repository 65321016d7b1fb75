package cn.venuepass.application.venue;

/** Draws QR codes that any phone reads. */
@FunctionalInterface
public interface QrCodeRenderer {

  /** The picture formats, each complete in itself. */
  enum Format {
    PNG,
    SVG
  }

  /** A picture of the text, with its quiet zone. */
  byte[] render(String text, Format format);
}
