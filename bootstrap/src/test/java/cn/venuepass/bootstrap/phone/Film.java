package cn.venuepass.bootstrap.phone;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/** What a camera sees: a picture held in front of it. Motion JPEG is one JPEG after another. */
final class Film {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int FRAMES = 10;

  private final Path file;

  /** A film in that file, of nothing at first. */
  Film(Path file) {
    this.file = file;
    write(empty());
  }

  Path file() {
    return file;
  }

  /** From the next time that a camera is opened it sees this picture. */
  void shows(byte[] picture) {
    try {
      BufferedImage shown = ImageIO.read(new ByteArrayInputStream(picture));
      double scale =
          Math.min((WIDTH - 40.0) / shown.getWidth(), (HEIGHT - 40.0) / shown.getHeight());
      int width = (int) (shown.getWidth() * scale);
      int height = (int) (shown.getHeight() * scale);
      BufferedImage frame = empty();
      Graphics2D canvas = frame.createGraphics();
      canvas.drawImage(
          shown.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING),
          (WIDTH - width) / 2,
          (HEIGHT - height) / 2,
          null);
      canvas.dispose();
      write(frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage empty() {
    var frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = frame.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    canvas.dispose();
    return frame;
  }

  private void write(BufferedImage frame) {
    try {
      var jpeg = new ByteArrayOutputStream();
      ImageIO.write(frame, "jpg", jpeg);
      var film = new ByteArrayOutputStream();
      for (int i = 0; i < FRAMES; i++) {
        jpeg.writeTo(film);
      }
      Path next =
          Files.write(file.resolveSibling(file.getFileName() + ".next"), film.toByteArray());
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
