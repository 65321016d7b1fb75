package cn.venuepass.rest.access;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.access.PasswordHashing;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Argon2id with 19 MiB, two passes and one lane, as OWASP's Password Storage Cheat Sheet says. */
public final class Argon2Passwords implements PasswordHashing {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int MAXIMUM_LENGTH = 256;

  private static final int AT_ONCE = 2;
  private static final int PATIENCE_SECONDS = 2;
  private static final String NOBODYS = "a password that is never the right one";

  private final Argon2Function argon2 =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
  private final Semaphore memory = new Semaphore(AT_ONCE);

  @Override
  public String hash(String password) {
    return bounded(
        () -> Password.hash(usable(password)).addRandomSalt(SALT_BYTES).with(argon2).getResult());
  }

  /** Takes the same time for every password; an empty or overlong one never matches. */
  @Override
  public boolean matches(String password, String hash) {
    boolean same =
        bounded(
            () ->
                Password.check(usable(password), hash)
                    .with(Argon2Function.getInstanceFromHash(hash)));
    return same && isUsable(password);
  }

  private static String usable(String password) {
    return isUsable(password) ? password : NOBODYS;
  }

  private static boolean isUsable(String password) {
    return !password.isEmpty() && password.length() <= MAXIMUM_LENGTH;
  }

  /** Few at once: each takes 19 MiB, and nobody needs a token to ask. */
  private <T> T bounded(Supplier<T> work) {
    try {
      if (!memory.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new TemporarilyUnavailable("too many sign-ins at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TemporarilyUnavailable("interrupted", e);
    }
    try {
      return work.get();
    } finally {
      memory.release();
    }
  }
}
