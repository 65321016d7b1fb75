package cn.venuepass.domain.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A random draw (双随机) that anybody can repeat: each candidate's lot is the SHA-256 of the seed, a
 * colon and its id, and the lowest lots are drawn. So neither the order of the candidates counts
 * nor who else is among them, and one candidate's lot can be checked alone.
 *
 * @param seed 32 hexadecimal digits, unknown before the draw
 */
public record Draw(String seed) {
  /** How many bytes a seed has. */
  public static final int SEED_BYTES = 16;

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public Draw {
    if (!FORM.matcher(seed).matches()) {
      throw new InvalidValue("seed", Rule.FORMAT);
    }
  }

  public static Draw of(byte[] seed) {
    return new Draw(HexFormat.of().formatHex(seed));
  }

  /** The candidates with the lowest lots, the lowest first; all of them if there are fewer. */
  public List<UUID> from(Collection<UUID> candidates, int count) {
    return candidates.stream()
        .distinct()
        .map(id -> new Lot(id, sha256(seed + ":" + id)))
        .sorted(Comparator.comparing(Lot::number))
        .limit(count)
        .map(Lot::candidate)
        .toList();
  }

  /**
   * SHA-256 over the ids of the candidates, sorted, each in a line: which they were can be seen.
   */
  public static String fingerprint(Collection<UUID> candidates) {
    var lines = new StringBuilder();
    candidates.stream()
        .map(UUID::toString)
        .distinct()
        .sorted()
        .forEach(id -> lines.append(id).append('\n'));
    return sha256(lines.toString());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private record Lot(UUID candidate, String number) {}
}
