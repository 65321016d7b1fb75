package cn.venuepass.domain.survey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who a place without a social credit code is: its name, its community and its address, however
 * they are typed.
 */
public record PlaceKey(String text) {
  private static final int LONGEST = 600;
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");

  public static PlaceKey of(PlaceDetails details) {
    return new PlaceKey(
        bounded(
            String.join(
                "|",
                plain(details.name().text()),
                details.community().text(),
                plain(details.address().text()))));
  }

  /**
   * Letters and digits alone, in one width and one case; other signs where there is nothing else.
   */
  private static String plain(String text) {
    String even = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String plain = SIGNS.matcher(even).replaceAll("");
    return plain.isEmpty() ? even : plain;
  }

  /** A few characters become many in one width: then the rest is told by its digest. */
  private static String bounded(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return text.substring(0, LONGEST / 2)
              .codePoints()
              .filter(PlaceKey::isWhole)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          + "#"
          + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static boolean isWhole(int point) {
    return Character.getType(point) != Character.SURROGATE;
  }
}
