package cn.venuepass.persistence.photo;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.photo.PhotoCleaner;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws a picture anew. Its size is read before its pixels, and of a large one only every second,
 * third… pixel is read at all: a small file that unfolds into a huge picture costs no memory. Few
 * are drawn at a time.
 */
public final class ImageIoPhotoCleaner implements PhotoCleaner {
  static final int LONGEST_SIDE = 1_600;
  static final long MOST_PIXELS = 40_000_000;

  private static final int AT_ONCE = 2;
  private static final int PATIENCE_SECONDS = 5;
  private static final float QUALITY = 0.85f;

  private final Semaphore turns = new Semaphore(AT_ONCE);

  @Override
  public Optional<byte[]> clean(byte[] picture) {
    takeTurn();
    try {
      return drawn(picture);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    } finally {
      turns.release();
    }
  }

  private void takeTurn() {
    try {
      if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new TemporarilyUnavailable("too many photos come at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TemporarilyUnavailable("the service stops", e);
    }
  }

  private static Optional<byte[]> drawn(byte[] picture) throws IOException {
    Optional<String> format = format(picture);
    if (format.isEmpty()) {
      return Optional.empty();
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName(format.get()).next();
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
      reader.setInput(input, true, true);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width * height > MOST_PIXELS) {
        return Optional.empty();
      }
      ImageReadParam every = reader.getDefaultReadParam();
      int step = (int) ((Math.max(width, height) - 1) / (2L * LONGEST_SIDE) + 1);
      every.setSourceSubsampling(step, step, 0, 0);
      return Optional.of(jpeg(upright(reader.read(0, every), ExifOrientation.of(picture))));
    } finally {
      reader.dispose();
    }
  }

  /** By the first bytes; what a client calls it does not count. */
  private static Optional<String> format(byte[] picture) {
    if (picture.length < 4) {
      return Optional.empty();
    }
    if (picture[0] == (byte) 0xFF && picture[1] == (byte) 0xD8) {
      return Optional.of("jpeg");
    }
    boolean png = picture[0] == (byte) 0x89 && picture[1] == 'P' && picture[2] == 'N';
    return png ? Optional.of("png") : Optional.empty();
  }

  private static BufferedImage upright(BufferedImage image, ExifOrientation orientation) {
    double scale =
        Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    var drawing =
        new BufferedImage(
            orientation.swapsSides() ? height : width,
            orientation.swapsSides() ? width : height,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawing.createGraphics();
    try {
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, drawing.getWidth(), drawing.getHeight());
      AffineTransform turn = orientation.upright(width, height);
      pen.transform(turn);
      boolean unused = pen.drawImage(image, 0, 0, width, height, null);
    } finally {
      pen.dispose();
    }
    return drawing;
  }

  private static byte[] jpeg(BufferedImage drawing) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(drawing, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
