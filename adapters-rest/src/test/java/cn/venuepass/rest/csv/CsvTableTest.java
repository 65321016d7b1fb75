package cn.venuepass.rest.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.rest.csv.CsvTable.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {
  @Test
  void columnsShouldBeFoundByNameAndLinesBeCounted() throws IOException {
    List<Line> lines = read("name,code\n第一社区, 1 \n\"甲,\"\"乙\"\"\",2\n");
    assertThat(lines).extracting(Line::number).containsExactly(2, 3);
    assertThat(lines.get(0).text("code")).isEqualTo("1");
    assertThat(lines.get(1).text("name")).isEqualTo("甲,\"乙\"");
    assertThat(lines.get(1).optional("parent")).isEmpty();
  }

  @Test
  void aLineShouldBeNumberedAsInTheFile() throws IOException {
    List<Line> lines = read("code,name\n\n1,\"甲\n乙\"\n,\n2,丙\n");
    assertThat(lines).extracting(Line::number).containsExactly(3, 6);
    assertThat(lines.get(1).text("name")).isEqualTo("丙");
  }

  @Test
  void aLineThatIsTooLongShouldBeNamedWhereThatIsWanted() throws IOException {
    var file = new ByteArrayInputStream("code,name\n1,甲,号\n2,乙\n".getBytes(UTF_8));
    assertThat(CsvTable.read(file, List.of("code"), UnaryOperator.identity(), 3))
        .extracting(Line::tooLong)
        .containsExactly(true, false);
  }

  @Test
  void whatASpreadsheetWritesShouldBeRead() throws IOException {
    assertThat(read("\ufeffcode,name\r\n1,甲\r\n").get(0).text("code")).isEqualTo("1");
    assertThat(read("code,name\n1,\n").get(0).optional("name")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';csv: FORMAT",
        "'code,name';csv: REQUIRED",
        "'code,name,code\n1,2,3';csv: FORMAT",
        "'a,b\n1,2';csv: FORMAT",
        "'code,name\n1,2,3,4';csv: FORMAT",
        "'code,name\n1,\"2';csv: FORMAT",
        "'code,name\n1,2\n1,2\n1,2\n1,2';csv: TOO_MANY"
      })
  void whatIsNoSuchTableShouldBeRefused(String csv, String fault) {
    assertThatThrownBy(() -> read(csv.replace("\\n", "\n")))
        .isInstanceOf(InvalidValue.class)
        .hasMessage(fault);
  }

  @Test
  void anotherCharsetShouldBeRefused() {
    byte[] gbk = "code,name\n1,第一社区\n".getBytes(Charset.forName("GBK"));
    assertThatThrownBy(
            () -> CsvTable.read(new ByteArrayInputStream(gbk), List.of("code", "name"), 3))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("csv: FORMAT");
  }

  private static List<Line> read(String csv) throws IOException {
    return CsvTable.read(new ByteArrayInputStream(csv.getBytes(UTF_8)), List.of("code", "name"), 3);
  }
}
