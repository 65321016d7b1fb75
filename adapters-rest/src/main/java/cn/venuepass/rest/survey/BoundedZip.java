package cn.venuepass.rest.survey;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs a workbook anew, with nothing but what a table needs, and counts while it does: whoever
 * reads the result reads no more than was counted, whatever the file says of itself.
 */
final class BoundedZip {
  private static final Pattern NEEDED =
      Pattern.compile(
          "\\[Content_Types]\\.xml|_rels/\\.rels|xl/(_rels/[^/]+\\.rels|[^/]+\\.xml|worksheets/[^/]+\\.xml)");
  private static final int MOST_ENTRIES = 1_000;
  private static final long MOST_BYTES = 96L * 1024 * 1024;

  /** Fifty thousand lines have a few hundred thousand cells with a handful of tags each. */
  private static final long MOST_TAGS = 3_000_000;

  /** A cell holds 32,767 characters; a tag with the text behind it is not much longer. */
  private static final int LONGEST_TAG = 256 * 1024;

  private final byte[] buffer = new byte[8_192];
  private long bytes;
  private long tags;
  private int tag;
  private int entries;

  private BoundedZip() {}

  /**
   * The workbook, packed anew.
   *
   * @throws InvalidValue when it is none, or inflates to more than a table of places would
   */
  static byte[] repacked(InputStream file) throws IOException {
    return new BoundedZip().pack(file);
  }

  private byte[] pack(InputStream file) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(file);
        var out = new ZipOutputStream(packed)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries++;
        check();
        boolean needed = NEEDED.matcher(entry.getName()).matches();
        if (needed) {
          out.putNextEntry(new ZipEntry(entry.getName()));
        }
        copy(in, out, needed);
      }
    }
    return packed.toByteArray();
  }

  private void copy(ZipInputStream in, ZipOutputStream out, boolean needed) throws IOException {
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      bytes += count;
      if (needed) {
        for (int i = 0; i < count; i++) {
          count(buffer[i]);
        }
        out.write(buffer, 0, count);
      }
      check();
    }
  }

  private void count(byte character) {
    tag++;
    if (character == '<') {
      tags++;
      tag = 0;
    } else if (tag > LONGEST_TAG) {
      throw new InvalidValue("xlsx", Rule.TOO_MANY);
    }
  }

  private void check() {
    if (entries > MOST_ENTRIES || bytes > MOST_BYTES || tags > MOST_TAGS) {
      throw new InvalidValue("xlsx", Rule.TOO_MANY);
    }
  }
}
