package cn.venuepass.qrcode;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws a poster's picture as PNG with four bits a pixel: eight shades of black for code and words,
 * eight of the direction's colour for the banner between them.
 */
final class PosterPng {
  private static final int BITS = 4;
  private static final int SHADES = 8;
  private static final int BRIGHTEST = 255;
  private static final byte BLACK = SHADES - 1;

  private final PosterPicture picture;
  private final PngFile file;

  private PosterPng(PosterPicture picture) {
    this.picture = picture;
    List<Color> colors = new ArrayList<>(shades(Color.BLACK));
    colors.addAll(shades(picture.signage().color()));
    this.file = new PngFile(PosterPicture.WIDTH, picture.height(), BITS, colors);
  }

  static byte[] of(PosterPicture picture) {
    var png = new PosterPng(picture);
    png.code();
    png.strip(picture.banner(), picture.topOfBanner(), picture.topOfWords(), SHADES);
    png.strip(picture.words(), picture.topOfWords(), picture.height(), 0);
    return png.file.bytes();
  }

  private void code() {
    QrModules code = picture.code();
    int pixels = picture.pixelsPerModule();
    byte[] row = new byte[PosterPicture.WIDTH];
    for (int y = 0; y < code.size(); y++) {
      for (int x = 0; x < code.size(); x++) {
        int left = picture.leftOfCode() + x * pixels;
        Arrays.fill(row, left, left + pixels, code.isDark(x, y) ? BLACK : 0);
      }
      file.add(row);
      file.repeat(pixels - 1);
    }
  }

  /** Draws what lies between two heights, in shades from the given one on. */
  private void strip(List<Layer> layers, int top, int bottom, int firstShade) {
    var strip = new BufferedImage(PosterPicture.WIDTH, bottom - top, BufferedImage.TYPE_BYTE_GRAY);
    var pen = strip.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, strip.getWidth(), strip.getHeight());
    pen.translate(0, -top);
    for (Layer layer : layers) {
      pen.setColor(layer.color().equals(Color.WHITE) ? Color.WHITE : Color.BLACK);
      pen.fill(layer.shape());
      if (layer.edge() > 0) {
        pen.setStroke(new BasicStroke((float) layer.edge()));
        pen.draw(layer.shape());
      }
    }
    pen.dispose();
    add(((DataBufferByte) strip.getRaster().getDataBuffer()).getData(), firstShade);
  }

  private void add(byte[] brightness, int firstShade) {
    byte[] row = new byte[PosterPicture.WIDTH];
    for (int start = 0, above = -1; start < brightness.length; above = start, start += row.length) {
      if (above >= 0
          && Arrays.equals(brightness, above, start, brightness, start, start + row.length)) {
        file.repeat(1);
      } else {
        for (int x = 0; x < row.length; x++) {
          row[x] = (byte) (firstShade + shade(Byte.toUnsignedInt(brightness[start + x])));
        }
        file.add(row);
      }
    }
  }

  private static int shade(int brightness) {
    return ((BRIGHTEST - brightness) * (SHADES - 1) + BRIGHTEST / 2) / BRIGHTEST;
  }

  /** From white to the colour. */
  private static List<Color> shades(Color color) {
    List<Color> shades = new ArrayList<>();
    for (int shade = 0; shade < SHADES; shade++) {
      shades.add(
          new Color(
              mixed(color.getRed(), shade),
              mixed(color.getGreen(), shade),
              mixed(color.getBlue(), shade)));
    }
    return shades;
  }

  private static int mixed(int part, int shade) {
    return BRIGHTEST - (BRIGHTEST - part) * shade / (SHADES - 1);
  }
}
