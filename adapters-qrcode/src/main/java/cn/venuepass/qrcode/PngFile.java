package cn.venuepass.qrcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A PNG file whose pixels are numbers of a few colours, written from the uppermost row on (ISO/IEC
 * 15948). The platform's own writer takes ten times as long.
 */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte PALETTE = 3;
  private static final byte SAME_AS_ABOVE = 2;
  private static final int MOST_BYTES_OF_PACKING = 512;

  private final int width;
  private final int height;
  private final int bits;
  private final List<Color> colors;
  private final int rowLength;

  /** All rows, each after its filter; zeros below a filter that says so repeat the row above. */
  private final byte[] rows;

  private int end;

  /**
   * An empty file.
   *
   * @param bits of a pixel: 1, 2, 4 or 8
   * @param colors as many as the bits can number, or fewer
   */
  PngFile(int width, int height, int bits, List<Color> colors) {
    this.width = width;
    this.height = height;
    this.bits = bits;
    this.colors = colors;
    this.rowLength = 1 + (width * bits + Byte.SIZE - 1) / Byte.SIZE;
    this.rows = new byte[rowLength * height];
  }

  /** Adds a row, given the number of each pixel's colour. */
  void add(byte[] pixels) {
    int at = end + 1;
    int unused = Byte.SIZE;
    for (int x = 0; x < width; x++) {
      unused -= bits;
      rows[at] |= (byte) (pixels[x] << unused);
      if (unused == 0) {
        unused = Byte.SIZE;
        at++;
      }
    }
    end += rowLength;
  }

  /** Adds the row above again. */
  void repeat(int times) {
    for (int i = 0; i < times; i++) {
      rows[end] = SAME_AS_ABOVE;
      end += rowLength;
    }
  }

  byte[] bytes() {
    var file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    file.writeBytes(chunk("IHDR", header()));
    file.writeBytes(chunk("PLTE", palette()));
    file.writeBytes(chunk("IDAT", packed()));
    file.writeBytes(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  private byte[] header() {
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(width).putInt(height).put((byte) bits).put(PALETTE);
    return header.array();
  }

  private byte[] palette() {
    ByteBuffer palette = ByteBuffer.allocate(colors.size() * 3);
    for (Color color : colors) {
      palette.put((byte) color.getRed()).put((byte) color.getGreen()).put((byte) color.getBlue());
    }
    return palette.array();
  }

  private byte[] packed() {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(rows);
      deflater.finish();
      byte[] room = new byte[rows.length + MOST_BYTES_OF_PACKING];
      int length = deflater.deflate(room);
      return Arrays.copyOf(room, length);
    } finally {
      deflater.end();
    }
  }

  /** Its length, its type, its data, and a checksum of the last two. */
  private static byte[] chunk(String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(3 * Integer.BYTES + data.length);
    chunk.putInt(data.length).put(type.getBytes(ISO_8859_1)).put(data);
    var checksum = new CRC32();
    checksum.update(chunk.array(), Integer.BYTES, Integer.BYTES + data.length);
    chunk.putInt((int) checksum.getValue());
    return chunk.array();
  }
}
