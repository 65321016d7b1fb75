package cn.venuepass.domain.venue;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.Locale;
import java.util.regex.Pattern;

/** A unified social credit code of 18 characters with its check character (GB 32100-2015). */
public record SocialCreditCode(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{18}");

  public SocialCreditCode {
    text = requireNonNull(text, "text").strip().toUpperCase(Locale.ROOT);
    if (!FORM.matcher(text).matches() || text.charAt(17) != checkCharacter(text)) {
      throw new InvalidValue("socialCreditCode", Rule.SOCIAL_CREDIT_CODE);
    }
  }

  private static char checkCharacter(String text) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(text.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
