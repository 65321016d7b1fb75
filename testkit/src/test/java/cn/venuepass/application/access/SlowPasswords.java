package cn.venuepass.application.access;

import cn.venuepass.testkit.memory.ReversedPasswords;

/**
 * Take so long to be checked that something else happens.
 *
 * @param meanwhile what happens each time
 */
record SlowPasswords(Runnable meanwhile) implements PasswordHashing {
  private static final PasswordHashing PASSWORDS = new ReversedPasswords();

  @Override
  public String hash(String password) {
    return PASSWORDS.hash(password);
  }

  @Override
  public boolean matches(String password, String hash) {
    meanwhile.run();
    return PASSWORDS.matches(password, hash);
  }
}
