package cn.venuepass.rest.pages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A file of a client's pages, kept as it is and compressed once. */
final class WebFile {
  private final byte[] content;
  private final byte[] gzip;
  private final String type;

  WebFile(byte[] content, String type) {
    this.content = content;
    this.gzip = gzip(content);
    this.type = type;
  }

  /** Its media type. */
  String type() {
    return type;
  }

  InputStream content() {
    return new ByteArrayInputStream(content);
  }

  /** The content, compressed with gzip. */
  InputStream gzip() {
    return new ByteArrayInputStream(gzip);
  }

  private static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
