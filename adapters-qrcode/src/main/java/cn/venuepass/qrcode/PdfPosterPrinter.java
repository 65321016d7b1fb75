package cn.venuepass.qrcode;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.venue.PosterPrinter;
import cn.venuepass.application.venue.PosterSheet;
import cn.venuepass.application.venue.QrCodeRenderer.Format;
import java.awt.Color;
import java.io.IOException;

/**
 * Prints posters with PDFBox: a banner with the direction, to be told from across the road, then
 * the code, to be scanned from two metres. Their pictures say the same in the letters of the same
 * font.
 */
public final class PdfPosterPrinter implements PosterPrinter {
  private static final Color INK = new Color(0x1A1A1A);
  private static final Color PALE_INK = new Color(0x555555);

  private static final Box BAND = new Box(12, 12, 186, 62);
  private static final Box NAME = new Box(14, 78, 182, 27);
  private static final Box CODE = Box.square(46, 108, 118);
  private static final Box LABEL = new Box(14, 228, 182, 13);
  private static final Box SCAN = new Box(14, 241, 182, 17);
  private static final Box SCAN_IN_ENGLISH = new Box(14, 258, 182, 9);
  private static final Box NO_PHONE = new Box(14, 271, 182, 8);
  private static final Box NO_PHONE_IN_ENGLISH = new Box(14, 279, 182, 6);

  @Override
  public byte[] print(PosterSheet sheet) {
    Signage signage = Signage.of(sheet.direction());
    return A4Page.print(
        signage.han() + " · " + sheet.venue().text(), page -> draw(page, sheet, signage));
  }

  @Override
  public byte[] paint(PosterSheet sheet, Format format) {
    PosterPicture picture = PosterPicture.of(sheet);
    return switch (format) {
      case PNG -> picture.png();
      case SVG -> picture.svg().getBytes(UTF_8);
    };
  }

  private static void draw(A4Page page, PosterSheet sheet, Signage signage) throws IOException {
    var banner = new Banner(signage, BAND);
    for (Layer layer : banner.layers()) {
      page.fill(layer);
    }
    page.text(signage.han(), banner.han(), banner.styleOfHan(A4Page.POINTS_PER_MILLIMETRE));
    page.text(
        signage.english(), banner.english(), banner.styleOfEnglish(A4Page.POINTS_PER_MILLIMETRE));
    page.text(sheet.venue().text(), NAME, TextStyle.centred(40, INK).inBold());
    page.code(sheet.code(), CODE);
    page.frame(CODE, 0.8, signage.color());
    if (sheet.label().isPresent()) {
      page.text(sheet.label().get().text(), LABEL, TextStyle.centred(26, INK));
    }
    page.text(signage.scan(), SCAN, TextStyle.centred(36, signage.color()).inBold());
    page.text(signage.scanInEnglish(), SCAN_IN_ENGLISH, TextStyle.centred(18, INK));
    page.text("没带手机，请找场所管理员登记", NO_PHONE, TextStyle.centred(15, PALE_INK));
    page.text(
        "No phone? The venue's manager registers you.",
        NO_PHONE_IN_ENGLISH,
        TextStyle.centred(11, PALE_INK));
  }
}
