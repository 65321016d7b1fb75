package cn.venuepass.qrcode;

import cn.venuepass.application.pass.PassCard;
import cn.venuepass.application.pass.PassCardPrinter;
import java.awt.Color;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Prints paper passes with PDFBox; the day is that of Shanghai. */
public final class PdfPassCardPrinter implements PassCardPrinter {
  private static final String TITLE = "通行码";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

  private static final Color INK = new Color(0x1A1A1A);
  private static final Color PALE_INK = new Color(0x555555);
  private static final Color GREEN = new Color(0x0B6B3A);

  private static final Box HINT = new Box(20, 24, 170, 8);
  private static final Box CARD = new Box(62.2, 36, 85.6, 54);
  private static final Box STRIPE = new Box(CARD.left(), CARD.top(), CARD.width(), 9);
  private static final Box HEADING = new Box(66.2, 36, 77.6, 9);
  private static final Box CODE = Box.square(63.2, 46, 43);
  private static final Box NAME = new Box(107.2, 48, 37.6, 9);
  private static final Box ISSUED = new Box(107.2, 57.5, 37.6, 6);
  private static final Box USE = new Box(107.2, 66, 37.6, 10);
  private static final Box LOSS = new Box(107.2, 77, 37.6, 10);

  @Override
  public byte[] print(PassCard card) {
    return A4Page.print(TITLE, page -> draw(page, card));
  }

  private static void draw(A4Page page, PassCard card) throws IOException {
    page.text("请按实际大小（100%）打印，沿虚线剪下", HINT, TextStyle.centred(12, PALE_INK));
    page.fill(STRIPE, GREEN);
    page.text(TITLE, HEADING, new TextStyle(16, true, Color.WHITE, 0, 0.5));
    page.code(card.code(), CODE);
    page.text(card.maskedName(), NAME, TextStyle.left(18, INK).inBold());
    page.text("发放日期 " + DAY.format(card.issuedAt()), ISSUED, TextStyle.left(9, INK));
    page.text("进出场所请出示此卡，由管理员扫码登记。", USE, TextStyle.left(10, INK));
    page.text("如有遗失，亲属可在小程序里作废。", LOSS, TextStyle.left(10, PALE_INK));
    page.cuttingLine(CARD);
  }
}
