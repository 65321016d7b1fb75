package cn.venuepass.application;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.person.AccountId;
import java.util.regex.Pattern;

/**
 * A client's Idempotency-Key, within one account and one kind of thing that it creates.
 *
 * @param scope what is created, such as {@code venue}
 */
public record CreationKey(AccountId owner, String scope, String key) {
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,128}");

  public CreationKey {
    if (!FORM.matcher(key).matches()) {
      throw new InvalidValue("Idempotency-Key", Rule.FORMAT);
    }
  }
}
