package cn.venuepass.testkit.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.venue.PosterPrinter;
import cn.venuepass.application.venue.PosterSheet;
import cn.venuepass.application.venue.QrCodeRenderer.Format;
import cn.venuepass.domain.venue.PosterLabel;

/** "Prints" and "paints" a poster as what it says, a line each, which tests can read. */
public final class TextPosters implements PosterPrinter {
  @Override
  public byte[] print(PosterSheet sheet) {
    return String.join(
            "\n",
            sheet.direction().name(),
            sheet.venue().text(),
            sheet.label().map(PosterLabel::text).orElse("-"),
            sheet.code())
        .getBytes(UTF_8);
  }

  @Override
  public byte[] paint(PosterSheet sheet, Format format) {
    return (format + "\n" + new String(print(sheet), UTF_8)).getBytes(UTF_8);
  }
}
