package cn.venuepass.domain.venue;

import cn.venuepass.domain.MacKeys;
import cn.venuepass.domain.SignedIds;
import java.util.Optional;
import java.util.function.Supplier;

/** The codes that posters carry: self-checking, 40 characters of the QR alphanumeric alphabet. */
public final class PosterCodes {
  private static final int MAXIMUM_INPUT = 512;

  private final SignedIds ids;

  public PosterCodes(MacKeys keys) {
    this(() -> keys);
  }

  /**
   * Codes under a ring that may change while the service runs.
   *
   * @param keys the ring of the moment
   */
  public PosterCodes(Supplier<MacKeys> keys) {
    this.ids = new SignedIds(keys);
  }

  /** The code of that poster, the same each time while the key is the same. */
  public String codeOf(PosterId poster) {
    return ids.codeOf(poster.value());
  }

  /** The poster that a code, or a URL that ends with it, names; nothing if it was not made here. */
  public Optional<PosterId> check(String codeOrUrl) {
    if (codeOrUrl.length() > MAXIMUM_INPUT) {
      return Optional.empty();
    }
    return ids.check(codeOrUrl.substring(codeOrUrl.lastIndexOf('/') + 1)).map(PosterId::new);
  }
}
