package cn.venuepass.testkit.memory;

import cn.venuepass.application.access.PasswordHashing;
import java.util.UUID;

/** Fast and unsafe: the password backwards, after a salt. */
public final class ReversedPasswords implements PasswordHashing {
  @Override
  public String hash(String password) {
    return UUID.randomUUID() + ":" + reversed(password);
  }

  @Override
  public boolean matches(String password, String hash) {
    return hash.substring(hash.indexOf(':') + 1).equals(reversed(password));
  }

  private static String reversed(String password) {
    return new StringBuilder(password).reverse().toString();
  }
}
