package cn.venuepass.qrcode;

import cn.venuepass.application.venue.PosterPrinter;
import cn.venuepass.application.venue.PosterSheet;
import cn.venuepass.domain.venue.Direction;
import java.awt.Color;
import java.io.IOException;

/**
 * Prints posters with PDFBox: a coloured band with the direction, to be told from across the road,
 * then the code, to be scanned from two metres.
 */
public final class PdfPosterPrinter implements PosterPrinter {
  private static final Color INK = new Color(0x1A1A1A);
  private static final Color PALE_INK = new Color(0x555555);

  private static final Box BAND = new Box(12, 12, 186, 62);
  private static final Box HAN = new Box(12, 9, 186, 53);
  private static final Box ENGLISH = new Box(12, 56, 186, 15);
  private static final Box NAME = new Box(14, 78, 182, 27);
  private static final Box CODE = Box.square(46, 108, 118);
  private static final Box LABEL = new Box(14, 228, 182, 13);
  private static final Box SCAN = new Box(14, 243, 182, 14);
  private static final Box SCAN_IN_ENGLISH = new Box(14, 257, 182, 8);
  private static final Box NO_PHONE = new Box(14, 271, 182, 8);
  private static final Box NO_PHONE_IN_ENGLISH = new Box(14, 279, 182, 6);

  /** What differs between the two directions. */
  private record Wording(String han, String english, Color color, String scan, String inEnglish) {}

  private static final Wording IN =
      new Wording(
          "入",
          "IN",
          new Color(0x0B6B3A),
          "进门请用微信扫一扫登记",
          "Coming in? Scan with WeChat to register.");
  private static final Wording OUT =
      new Wording(
          "出", "OUT", new Color(0x124E9C), "离开请用微信扫一扫登记", "Leaving? Scan with WeChat to register.");

  @Override
  public byte[] print(PosterSheet sheet) {
    Wording wording = sheet.direction() == Direction.IN ? IN : OUT;
    return A4Page.print(
        wording.han() + " · " + sheet.venue().text(), page -> draw(page, sheet, wording));
  }

  private static void draw(A4Page page, PosterSheet sheet, Wording wording) throws IOException {
    page.fill(BAND, wording.color());
    page.text(wording.han(), HAN, TextStyle.centred(118, Color.WHITE).inBold());
    page.text(wording.english(), ENGLISH, TextStyle.centred(38, Color.WHITE));
    page.text(sheet.venue().text(), NAME, TextStyle.centred(40, INK).inBold());
    page.code(sheet.code(), CODE);
    page.frame(CODE, 0.8, wording.color());
    if (sheet.label().isPresent()) {
      page.text(sheet.label().get().text(), LABEL, TextStyle.centred(26, INK));
    }
    page.text(wording.scan(), SCAN, TextStyle.centred(30, wording.color()).inBold());
    page.text(wording.inEnglish(), SCAN_IN_ENGLISH, TextStyle.centred(16, INK));
    page.text("没带手机，请找场所管理员登记", NO_PHONE, TextStyle.centred(15, PALE_INK));
    page.text(
        "No phone? The venue's manager registers you.",
        NO_PHONE_IN_ENGLISH,
        TextStyle.centred(11, PALE_INK));
  }
}
