package cn.venuepass.application.access;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * A password for a first sign-in: four groups of four characters that are not mistaken for one
 * another when read aloud or from paper, 77 bits.
 */
public final class GeneratedPassword {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456";
  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 4;

  private GeneratedPassword() {}

  public static String fresh() {
    return RANDOM
        .ints(GROUPS * GROUP_LENGTH, 0, CHARACTERS.length())
        .mapToObj(i -> String.valueOf(CHARACTERS.charAt(i)))
        .collect(Collectors.joining())
        .replaceAll("(.{%d})(?!$)".formatted(GROUP_LENGTH), "$1-");
  }
}
