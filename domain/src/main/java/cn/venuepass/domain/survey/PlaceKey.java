package cn.venuepass.domain.survey;

import cn.venuepass.domain.venue.DivisionCode;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Who a place without a social credit code is: its name, its community and its address, however
 * they are typed.
 */
public record PlaceKey(String text) {

  public static PlaceKey of(PlaceDetails details) {
    return new PlaceKey(
        String.join(
            "|",
            plain(details.name().text()),
            community(details.community()),
            plain(details.address().text())));
  }

  private static String community(DivisionCode community) {
    return community.text();
  }

  /** Letters and digits alone, in one width and one case. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
