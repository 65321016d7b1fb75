package cn.venuepass.benchmarks;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart that can be read on a page. */
public final class Picture {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 540;
  private static final Font WORDS = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 20);

  private final Chart<?, ?> chart;

  private Picture(Chart<?, ?> chart) {
    this.chart = chart;
    Styler style = chart.getStyler();
    style.setChartBackgroundColor(Color.WHITE);
    style.setLegendPosition(LegendPosition.OutsideS);
    style.setLegendLayout(Styler.LegendLayout.Horizontal);
    style.setChartTitleFont(TITLE);
    style.setLegendFont(WORDS);
  }

  /**
   * Bars side by side.
   *
   * @param values of each series, as many as there are categories
   */
  public static Picture bars(
      String title,
      String of,
      String unit,
      List<String> categories,
      Map<String, List<Double>> values) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(of)
            .yAxisTitle(unit)
            .build();
    chart.getStyler().setLabelsVisible(true);
    chart.getStyler().setLabelsFont(WORDS);
    chart.getStyler().setLabelsPosition(0.9);
    chart.getStyler().setAxisTickLabelsFont(WORDS);
    chart.getStyler().setAxisTitleFont(WORDS);
    chart.getStyler().setAvailableSpaceFill(0.8);
    chart.getStyler().setYAxisMin(0.0);
    values.forEach((name, series) -> chart.addSeries(name, categories, series));
    return new Picture(chart);
  }

  /** What happened in one second after the other. */
  public static Picture course(String title, String unit, Map<String, List<Double>> values) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle("seconds")
            .yAxisTitle(unit)
            .build();
    chart.getStyler().setAxisTickLabelsFont(WORDS);
    chart.getStyler().setAxisTitleFont(WORDS);
    chart.getStyler().setYAxisMin(0.0);
    values.forEach((name, series) -> chart.addSeries(name, series).setMarker(SeriesMarkers.NONE));
    return new Picture(chart);
  }

  public String title() {
    return chart.getTitle();
  }

  void save(Path file) {
    try {
      BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
