package cn.venuepass.rest.access;

import cn.venuepass.application.access.PasswordHashing;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/** Argon2id with 19 MiB, two passes and one lane, as OWASP's Password Storage Cheat Sheet says. */
public final class Argon2Passwords implements PasswordHashing {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int MAXIMUM_LENGTH = 256;

  private final Argon2Function argon2 =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  @Override
  public String hash(String password) {
    return Password.hash(shortened(password)).addRandomSalt(SALT_BYTES).with(argon2).getResult();
  }

  @Override
  public boolean matches(String password, String hash) {
    return password.length() <= MAXIMUM_LENGTH
        && Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /** Longer ones never match, so that nobody can make the service hash megabytes. */
  private static String shortened(String password) {
    return password.substring(0, Math.min(password.length(), MAXIMUM_LENGTH));
  }
}
