package cn.venuepass.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Argon2PasswordsTest {
  private final Argon2Passwords passwords = new Argon2Passwords();

  @Test
  void aPasswordShouldMatchItsHashOnly() {
    String hash = passwords.hash("a-sample-password");
    assertThat(hash).startsWith("$argon2id$").doesNotContain("a-sample-password");
    assertThat(passwords.matches("a-sample-password", hash)).isTrue();
    assertThat(passwords.matches("A-sample-password", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
    assertThat(passwords.hash("a-sample-password")).isNotEqualTo(hash);
  }

  @Test
  void anEmptyOrOverlongPasswordShouldNeverMatch() {
    String tooLong = "x".repeat(257);
    assertThat(passwords.matches(tooLong, passwords.hash(tooLong))).isFalse();
    assertThat(passwords.matches("", passwords.hash(""))).isFalse();
  }
}
