package cn.venuepass.qrcode;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.report.TableDocument;
import cn.venuepass.application.report.TableDocument.Cell;
import cn.venuepass.application.report.TableDocument.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfDocumentPrinterTest {
  /** The margins in points. */
  private static final float LEFT = 42;

  private static final float RIGHT = 553;

  private final PdfDocumentPrinter printer = new PdfDocumentPrinter();

  @Test
  void aTableShouldBeReadLineByLine() throws Exception {
    PrintedPage page = PrintedPage.of(printer.print(document(3)));
    assertThat(page.title()).isEqualTo("金银川路街道周报");
    assertThat(page.text())
        .containsSubsequence(
            "金银川路街道周报", "第48周", "覆盖情况", "属地", "摸排", "社区1", "1000", "社区3", "3000", "1 / 1");
    assertThat(page.isWithin(LEFT, RIGHT)).isTrue();
  }

  @Test
  void aLongTableShouldGoOnUnderItsHeadAndLoseNoLine() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(printer.print(document(100)))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(3);
      String all = new PDFTextStripper().getText(pdf);
      assertThat(all.split("属地", -1)).hasSize(4);
      assertThat(all).contains("3 / 3");
      IntStream.rangeClosed(1, 100).forEach(i -> assertThat(all).containsPattern("社区" + i + "\\s"));
    }
  }

  @Test
  void aTableShouldNotBeginAtTheFootOfAPage() throws Exception {
    var filling =
        new Table("甲", List.of("属地"), rows(36).stream().map(r -> r.subList(0, 1)).toList());
    var next = new Table("乙乙乙", List.of("类型"), List.of(List.of(Cell.of("宾馆"))));
    var document = new TableDocument("周报", List.of(), List.of(filling, next));
    try (PDDocument pdf = Loader.loadPDF(printer.print(document))) {
      var second = new PDFTextStripper();
      second.setStartPage(2);
      assertThat(second.getText(pdf)).contains("乙乙乙", "类型", "宾馆");
    }
  }

  @Test
  void anyTextShouldStayInItsCell() throws Exception {
    var odd =
        new Table(
            "名称".repeat(60),
            List.of("场所", "地址".repeat(30), "数"),
            List.of(
                List.of(Cell.of("阿拉尔市塔里木大道综合批发市场".repeat(4)), Cell.of(""), Cell.of(Long.MAX_VALUE)),
                List.of(Cell.of("ئا😀𠮷\n"), Cell.of(" "), Cell.of(-1))));
    PrintedPage page =
        PrintedPage.of(printer.print(new TableDocument("周报", List.of(), List.of(odd))));
    assertThat(page.isWithin(LEFT, RIGHT)).isTrue();
    assertThat(page.text()).contains("9223372036854775807", "-1");
  }

  @Test
  void theSameShouldBePrintedTheSameWay() {
    assertThat(printer.print(document(3)))
        .hasSizeBetween(3_000, 40_000)
        .isEqualTo(printer.print(document(3)));
  }

  private static TableDocument document(int rows) {
    return new TableDocument(
        "金银川路街道周报", List.of("第48周"), List.of(new Table("覆盖情况", List.of("属地", "摸排"), rows(rows))));
  }

  private static List<List<Cell>> rows(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> List.of(Cell.of("社区" + i), Cell.of(i * 1000L)))
        .toList();
  }
}
