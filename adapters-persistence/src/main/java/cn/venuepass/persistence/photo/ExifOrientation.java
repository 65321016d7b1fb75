package cn.venuepass.persistence.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as the tag Orientation of a JPEG's EXIF says (CIPA DC-008, TIFF 6.0): 1 is
 * upright, 2 to 4 are mirrored or upside down, 5 to 8 lie on a side.
 */
record ExifOrientation(int tag) {
  private static final ExifOrientation UPRIGHT = new ExifOrientation(1);
  private static final int ORIENTATION = 0x0112;
  private static final int APP1 = 0xFFE1;
  private static final int START_OF_SCAN = 0xFFDA;
  private static final int ENTRY_BYTES = 12;
  private static final String EXIF = "Exif\0\0";

  /** What the picture says; upright if it says nothing that can be read. */
  static ExifOrientation of(byte[] picture) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(picture);
      if (bytes.getShort() != (short) 0xFFD8) {
        return UPRIGHT;
      }
      while (true) {
        int marker = Short.toUnsignedInt(bytes.getShort());
        int length = Short.toUnsignedInt(bytes.getShort());
        if (marker == START_OF_SCAN || marker < 0xFF00) {
          return UPRIGHT;
        }
        ByteBuffer segment = bytes.slice(bytes.position(), length - 2);
        if (marker == APP1 && isExif(segment)) {
          return ofTiff(segment.slice(EXIF.length(), segment.limit() - EXIF.length()));
        }
        bytes.position(bytes.position() + length - 2);
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return UPRIGHT;
    }
  }

  /** Whether width and height are exchanged when it is put upright. */
  boolean swapsSides() {
    return tag >= 5;
  }

  /** What puts a picture of that size upright. */
  AffineTransform upright(int width, int height) {
    return switch (tag) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static boolean isExif(ByteBuffer segment) {
    byte[] name = new byte[EXIF.length()];
    segment.get(0, name);
    return EXIF.equals(new String(name, ISO_8859_1));
  }

  private static ExifOrientation ofTiff(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
        int tag = tiff.getShort(entry + 8);
        return tag >= 1 && tag <= 8 ? new ExifOrientation(tag) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
