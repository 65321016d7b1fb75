package cn.venuepass.application.access;

/** Turns passwords into what may be stored. Slow on purpose. */
public interface PasswordHashing {

  /** A salted hash, different at each call. */
  String hash(String password);

  boolean matches(String password, String hash);
}
