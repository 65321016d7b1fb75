package cn.venuepass.qrcode;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.Locale;

/** Writes a poster's picture as SVG; letters are outlines, so that it looks the same everywhere. */
final class PosterSvg {
  /** A tenth of a pixel is finer than anybody sees. */
  private static final int STEPS = 10;

  private final StringBuilder svg = new StringBuilder();

  private PosterSvg() {}

  static String of(PosterPicture picture) {
    var writing = new PosterSvg();
    writing.begin(picture);
    writing.add(picture.banner());
    writing.add(picture.words());
    return writing.svg.append("</svg>\n").toString();
  }

  private void begin(PosterPicture picture) {
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" role="img">
        <title>%3$s</title>
        <rect width="%1$d" height="%2$d" fill="#fff"/>
        <path transform="translate(%4$d 0) scale(%5$d)" shape-rendering="crispEdges" d="%6$s"/>
        """
            .formatted(
                PosterPicture.WIDTH,
                picture.height(),
                escaped(picture.title()),
                picture.leftOfCode(),
                picture.pixelsPerModule(),
                picture.code().svgPath()));
  }

  private void add(List<Layer> layers) {
    for (Layer layer : layers) {
      String color = hex(layer.color());
      svg.append("<path fill=\"").append(color).append('"');
      if (layer.edge() > 0) {
        svg.append(" stroke=\"").append(color).append("\" stroke-width=\"");
        number(layer.edge());
        svg.append('"');
      }
      svg.append(" d=\"");
      path(layer.shape());
      svg.append("\"/>\n");
    }
  }

  private void path(Shape shape) {
    double[] at = new double[6];
    for (var path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> segment('M', at, 2);
        case PathIterator.SEG_LINETO -> segment('L', at, 2);
        case PathIterator.SEG_QUADTO -> segment('Q', at, 4);
        case PathIterator.SEG_CUBICTO -> segment('C', at, 6);
        default -> svg.append('Z');
      }
    }
  }

  private void segment(char command, double[] at, int length) {
    svg.append(command);
    for (int i = 0; i < length; i++) {
      if (i > 0) {
        svg.append(' ');
      }
      number(at[i]);
    }
  }

  private void number(double number) {
    long steps = Math.round(number * STEPS);
    svg.append(steps / STEPS);
    if (steps % STEPS != 0) {
      svg.append('.').append(steps % STEPS);
    }
  }

  private static String hex(Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
