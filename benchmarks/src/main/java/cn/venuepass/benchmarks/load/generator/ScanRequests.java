package cn.venuepass.benchmarks.load.generator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;

/** Requests to scan, made before the load as far as they can be: only the scan's id is new. */
final class ScanRequests {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);
  private static final byte[] BEFORE_ID = "{\"scanId\":\"".getBytes(US_ASCII);
  private static final int ID_LENGTH = 36;

  private final List<byte[]> heads;
  private final List<byte[]> in;
  private final List<byte[]> out;

  ScanRequests(World world) {
    this.in = world.in().stream().map(ScanRequests::afterId).toList();
    this.out = world.out().stream().map(ScanRequests::afterId).toList();
    int body = BEFORE_ID.length + ID_LENGTH + in.get(0).length;
    if (!in.stream().allMatch(part -> part.length == in.get(0).length)
        || !out.stream().allMatch(part -> part.length == in.get(0).length)) {
      throw new IllegalArgumentException("the codes are not of one length");
    }
    this.heads =
        world.tokens().stream()
            .map(
                token ->
                    """
                    POST /api/v1/scans HTTP/1.1\r
                    Host: 127.0.0.1:%d\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    \r
                    """
                        .formatted(world.port(), token, body)
                        .getBytes(US_ASCII))
            .toList();
  }

  /** Puts the whole request into the buffer. */
  void put(ByteBuffer buffer, int resident, int venue, boolean leaving, SplittableRandom random) {
    buffer.put(heads.get(resident)).put(BEFORE_ID);
    putId(buffer, random);
    buffer.put((leaving ? out : in).get(venue));
  }

  private static void putId(ByteBuffer buffer, SplittableRandom random) {
    long high = random.nextLong();
    long low = random.nextLong();
    for (int i = 0; i < ID_LENGTH; i++) {
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        buffer.put((byte) '-');
      } else if (i < 18) {
        buffer.put(DIGITS[(int) (high & 15)]);
        high >>>= 4;
      } else {
        buffer.put(DIGITS[(int) (low & 15)]);
        low >>>= 4;
      }
    }
  }

  private static byte[] afterId(String code) {
    return ("\",\"code\":\"" + code + "\"}").getBytes(US_ASCII);
  }
}
