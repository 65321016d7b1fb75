package cn.venuepass.persistence;

import cn.venuepass.application.directory.SignWords;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Words in the name or the address of a venue or place, as a condition like those of {@link Scope}.
 */
public final class SignSearch {
  private static final String WORDS =
      """
       AND (LOWER(%1$s.name) LIKE LOWER(:signWords) ESCAPE '!'
            OR LOWER(%1$s.address) LIKE LOWER(:signWords) ESCAPE '!')
      """;

  private SignSearch() {}

  /** The condition, which begins with AND or is empty. */
  public static String of(Optional<SignWords> words, String table) {
    return words.map(asked -> WORDS.formatted(table)).orElse("");
  }

  /** Binds what the condition names. */
  public static <S extends SqlStatement<S>> S bind(S statement, Optional<SignWords> words) {
    words.ifPresent(asked -> statement.bind("signWords", containing(asked)));
    return statement;
  }

  private static String containing(SignWords words) {
    return "%" + words.text().replaceAll("[!%_]", "!$0") + "%";
  }
}
