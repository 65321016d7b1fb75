package cn.venuepass.persistence.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageIoPhotoCleanerTest {
  private static final String SECRET = "Canon GPS 40.5477 81.2806";

  private final ImageIoPhotoCleaner cleaner = new ImageIoPhotoCleaner();

  @Test
  void metadataShouldBeGone() throws IOException {
    byte[] cleaned = cleaner.clean(withExif(jpeg(halves(200, 100)), 1)).orElseThrow();
    String text = new String(cleaned, ISO_8859_1);
    assertThat(text).doesNotContain("Exif").doesNotContain(SECRET).doesNotContain("Canon");
    assertThat(markers(cleaned)).doesNotContain(0xE1).doesNotContain(0xFE);
    assertThat(read(cleaned).getWidth()).isEqualTo(200);
  }

  @Test
  void whatFollowsThePictureShouldBeGone() throws IOException {
    byte[] picture = jpeg(halves(60, 40));
    byte[] longer = Arrays.copyOf(picture, picture.length + SECRET.length());
    System.arraycopy(SECRET.getBytes(ISO_8859_1), 0, longer, picture.length, SECRET.length());
    byte[] cleaned = cleaner.clean(longer).orElseThrow();
    assertThat(new String(cleaned, ISO_8859_1)).doesNotContain(SECRET);
  }

  /** The left half is red; where red must be once the picture is upright. */
  @ParameterizedTest
  @CsvSource({
    "1, 80, 40, 10, 20",
    "2, 80, 40, 70, 20",
    "3, 80, 40, 70, 20",
    "4, 80, 40, 10, 20",
    "5, 40, 80, 20, 10",
    "6, 40, 80, 20, 10",
    "7, 40, 80, 20, 70",
    "8, 40, 80, 20, 70",
    "9, 80, 40, 10, 20"
  })
  void picturesShouldBePutUpright(int orientation, int width, int height, int x, int y)
      throws IOException {
    BufferedImage upright =
        read(cleaner.clean(withExif(jpeg(halves(80, 40)), orientation)).orElseThrow());
    assertThat(upright.getWidth()).isEqualTo(width);
    assertThat(upright.getHeight()).isEqualTo(height);
    assertThat(new Color(upright.getRGB(x, y)).getRed()).isGreaterThan(200);
    assertThat(new Color(upright.getRGB(width - 1 - x, height - 1 - y)).getRed()).isLessThan(60);
  }

  @Test
  void largePicturesShouldBecomeSmaller() throws IOException {
    BufferedImage cleaned = read(cleaner.clean(jpeg(halves(4_100, 1_025))).orElseThrow());
    assertThat(cleaned.getWidth()).isEqualTo(1_600);
    assertThat(cleaned.getHeight()).isEqualTo(400);
  }

  @Test
  void pngShouldBecomeJpegOnWhite() throws IOException {
    var glass = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(glass, "png", bytes)).isTrue();
    byte[] cleaned = cleaner.clean(bytes.toByteArray()).orElseThrow();
    assertThat(cleaned).startsWith(0xFF, 0xD8);
    assertThat(read(cleaned).getRGB(5, 5)).isEqualTo(Color.WHITE.getRGB());
  }

  @Test
  void aPictureThatUnfoldsIntoTooManyPixelsShouldNotBeRead() throws IOException {
    byte[] bomb = blackPng(8_001, 5_000);
    assertThat(bomb.length).isLessThan(100_000);
    assertThat(cleaner.clean(bomb)).isEmpty();
    assertThat(cleaner.clean(blackPng(8_000, 5_000))).isPresent();
    assertThat(cleaner.clean(blackPng(100_000, 100_000))).isEmpty();
  }

  @Test
  void whatIsNoPictureShouldBeRefused() throws IOException {
    byte[] whole = jpeg(halves(80, 40));
    assertThat(cleaner.clean(new byte[0])).isEmpty();
    assertThat(cleaner.clean("not a picture at all".getBytes(ISO_8859_1))).isEmpty();
    assertThat(cleaner.clean(Arrays.copyOf(whole, 30))).isEmpty();
    assertThat(cleaner.clean(new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, 4})).isEmpty();
    assertThat(cleaner.clean(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0})).isEmpty();
    assertThat(cleaner.clean("GIF89a".getBytes(ISO_8859_1))).isEmpty();
  }

  @Test
  void damagedBytesShouldBeRefusedOrDrawnButNeverThrow() throws IOException {
    byte[] whole = withExif(jpeg(halves(80, 40)), 6);
    int drawn = 0;
    for (int at = 0; at < whole.length; at += 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) 0x5A;
      drawn += cleaner.clean(damaged).isPresent() ? 1 : 0;
    }
    assertThat(drawn).isPositive();
  }

  private static BufferedImage halves(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width, height);
    pen.dispose();
    return image;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "jpeg", bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static BufferedImage read(byte[] picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture));
  }

  /** The JPEG with an EXIF segment that says how it lies, and more than anybody should know. */
  private static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] secret = SECRET.getBytes(ISO_8859_1);
    ByteBuffer segment = ByteBuffer.allocate(4 + 6 + 26 + secret.length);
    segment.putShort((short) 0xFFE1).putShort((short) (segment.capacity() - 2));
    segment.put("Exif\0\0".getBytes(ISO_8859_1)).putShort((short) 0x4D4D).putShort((short) 42);
    segment.putInt(8).putShort((short) 1);
    segment.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    segment.putShort((short) 0).putInt(0).put(secret);
    return ByteBuffer.allocate(jpeg.length + segment.capacity())
        .put(jpeg, 0, 2)
        .put(segment.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** The markers before the picture's data. */
  private static List<Integer> markers(byte[] jpeg) {
    List<Integer> markers = new ArrayList<>();
    for (int at = 2; jpeg[at + 1] != (byte) 0xDA; ) {
      markers.add(Byte.toUnsignedInt(jpeg[at + 1]));
      at += 2 + ByteBuffer.wrap(jpeg).getShort(at + 2);
    }
    return markers;
  }

  /** A PNG of that size, all black, without a picture of that size in memory. */
  private static byte[] blackPng(int width, int height) throws IOException {
    var png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    byte[] header = new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0};
    chunk(png, "IHDR", ByteBuffer.wrap(header).putInt(width).putInt(height).array());
    var data = new ByteArrayOutputStream();
    try (var deflated = new DeflaterOutputStream(data)) {
      byte[] row = new byte[1 + (width + 7) / 8];
      for (int y = 0; y < Math.min(height, 10_000); y++) {
        deflated.write(row);
      }
    }
    chunk(png, "IDAT", data.toByteArray());
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    var crc = new CRC32();
    crc.update(type.getBytes(ISO_8859_1));
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(type.getBytes(ISO_8859_1));
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
