package cn.venuepass.rest.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.report.TableDocument;
import cn.venuepass.application.report.TableDocument.Cell;
import cn.venuepass.application.report.TableDocument.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class XlsxDocumentTest {

  @Test
  void eachTableShouldBeASheetWithNumbersThatAreNumbers() throws Exception {
    var table =
        new Table("覆盖", List.of("属地", "摸排"), List.of(List.of(Cell.of("第一社区"), Cell.of(1200))));
    try (ReadableWorkbook workbook =
        written(new TableDocument("周报", List.of("第48周", "2026"), List.of(table, table)))) {
      assertThat(workbook.getSheets().map(Sheet::getName)).containsExactly("覆盖", "覆盖 2");
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(0)).isEqualTo("周报");
      assertThat(rows.get(1).getCellText(0)).isEqualTo("第48周");
      Row last = rows.get(rows.size() - 1);
      assertThat(last.getCellText(0)).isEqualTo("第一社区");
      assertThat(last.getCellAsNumber(1)).map(Number::intValue).contains(1200);
    }
  }

  @Test
  void aTextShouldNeverBecomeAFormula() throws Exception {
    var texts = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "<f>1</f>");
    var table =
        new Table("表", List.of("名称"), texts.stream().map(t -> List.of(Cell.of(t))).toList());
    try (ReadableWorkbook workbook =
        written(new TableDocument("=2+2", List.of("=3"), List.of(table)))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows)
          .allSatisfy(
              row ->
                  row.getOptionalCell(0)
                      .ifPresent(
                          cell -> {
                            assertThat(cell.getType()).isEqualTo(CellType.STRING);
                            assertThat(cell.getFormula()).isNull();
                          }));
      assertThat(rows.stream().map(row -> row.getCellText(0).strip()))
          .contains("=1+1", "@SUM(A1)", "=2+2", "<f>1</f>");
    }
  }

  @Test
  void anyHeadingShouldMakeASheet() throws Exception {
    var tables =
        List.of("", "[a]:b*c?/\\", "很长的标题".repeat(10), "很长的标题".repeat(10)).stream()
            .map(heading -> new Table(heading, List.of("名称"), List.of()))
            .toList();
    try (ReadableWorkbook workbook = written(new TableDocument("周报", List.of(), tables))) {
      assertThat(workbook.getSheets().map(Sheet::getName))
          .hasSize(4)
          .doesNotHaveDuplicates()
          .allSatisfy(name -> assertThat(name).isNotBlank().hasSizeLessThanOrEqualTo(31));
    }
  }

  private static ReadableWorkbook written(TableDocument document) throws IOException {
    var out = new ByteArrayOutputStream();
    XlsxDocument.write(document, out);
    return new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }
}
