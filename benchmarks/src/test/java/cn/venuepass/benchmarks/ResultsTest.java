package cn.venuepass.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  @TempDir private Path folder;

  @BeforeAll
  static void withoutScreen() {
    System.setProperty("java.awt.headless", "true");
  }

  @Test
  void saveShouldWriteAPageWithItsPictureBesideIt() throws IOException {
    Results results =
        Results.in(folder.resolve("results"), "sample", "A sample")
            .facts("machine", Map.of("cores", "2"))
            .section("Table", new Table("side", "scans/s").row("group", "7").text())
            .picture(
                Picture.bars(
                    "Bars", "connections", "scans/s", List.of("1"), Map.of("group", List.of(7.0))));
    assertThat(results.save())
        .hasContent(
            """
            # A sample

            | machine |  |
            | --- | ---: |
            | cores | 2 |

            ## Table

            | side | scans/s |
            | --- | ---: |
            | group | 7 |

            ![Bars](sample.png)
            """);
    BufferedImage picture = ImageIO.read(folder.resolve("results/sample.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(960);
  }

  @Test
  void aRowShouldFitItsTable() {
    var table = new Table("side", "scans/s");
    assertThatIllegalArgumentException().isThrownBy(() -> table.row("group"));
  }
}
