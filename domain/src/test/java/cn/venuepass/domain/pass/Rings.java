package cn.venuepass.domain.pass;

import cn.venuepass.domain.MacKeys;
import java.util.Arrays;
import java.util.Map;

/** Rings of keys of different installations, and of one before and after its key was replaced. */
final class Rings {
  static final MacKeys RING = new MacKeys((byte) 1, Map.of((byte) 1, secret(1)));
  static final MacKeys OTHER_SECRET = new MacKeys((byte) 1, Map.of((byte) 1, secret(2)));
  static final MacKeys OTHER_ID = new MacKeys((byte) 2, Map.of((byte) 2, secret(1)));
  static final MacKeys ROTATED =
      new MacKeys((byte) 2, Map.of((byte) 1, secret(1), (byte) 2, secret(2)));
  static final MacKeys ONE_SECRET_TWICE =
      new MacKeys((byte) 1, Map.of((byte) 1, secret(1), (byte) 2, secret(1)));

  private Rings() {}

  private static byte[] secret(int value) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) value);
    return secret;
  }
}
