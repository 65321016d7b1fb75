package cn.venuepass.qrcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** A picture as people and phones see it. */
record SeenPicture(BufferedImage image) {
  private static final int GRID = 16;
  private static final int MIDDLE = 128;

  static SeenPicture of(byte[] file) throws IOException {
    return new SeenPicture(ImageIO.read(new ByteArrayInputStream(file)));
  }

  /** What ZXing reads. */
  String code() throws Exception {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }

  /** What zbar reads from a file. */
  static String codeByZbar(Path file) throws IOException, InterruptedException {
    Process zbar =
        new ProcessBuilder("zbarimg", "--quiet", "--raw", "--nodbus", file.toString()).start();
    String text = new String(zbar.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(zbar.waitFor()).isZero();
    return text;
  }

  /** What a messenger makes of it. */
  SeenPicture shrunk(int width) {
    int height = image.getHeight() * width / image.getWidth();
    var shrunk = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = shrunk.createGraphics();
    pen.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    pen.dispose();
    return new SeenPicture(shrunk);
  }

  byte[] asJpeg(float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /**
   * The part without colours and without details: which fields of a grid of 16 by 16 are rather
   * dark than bright.
   */
  BitSet shape(Rectangle part) {
    var grey = new BufferedImage(GRID, GRID, BufferedImage.TYPE_BYTE_GRAY);
    var pen = grey.createGraphics();
    BufferedImage cut = image.getSubimage(part.x, part.y, part.width, part.height);
    pen.drawImage(cut.getScaledInstance(GRID, GRID, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    pen.dispose();
    var dark = new BitSet();
    for (int i = 0; i < GRID * GRID; i++) {
      dark.set(i, grey.getRaster().getSample(i % GRID, i / GRID, 0) < MIDDLE);
    }
    return dark;
  }

  /** The part of the fields in which two shapes differ. */
  static double difference(BitSet one, BitSet other) {
    BitSet different = (BitSet) one.clone();
    different.xor(other);
    return (double) different.cardinality() / (GRID * GRID);
  }
}
