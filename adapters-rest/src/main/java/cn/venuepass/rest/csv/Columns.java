package cn.venuepass.rest.csv;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.rest.problem.ProblemException;
import java.util.Collection;
import java.util.List;

/** The columns of a table, whatever kind of file it is. */
public final class Columns {
  private Columns() {}

  /**
   * Throws what names the columns that a table lacks; one that has none of them is no such table.
   *
   * @param header the names of the columns that are there
   * @param columns those that must be there
   * @param table the name of the table as a whole
   */
  public static void verifyNamed(Collection<String> header, List<String> columns, String table) {
    List<InvalidValue> lacking =
        columns.stream()
            .filter(column -> !header.contains(column))
            .map(column -> new InvalidValue(column, Rule.NO_COLUMN))
            .toList();
    if (lacking.size() == columns.size()) {
      throw new InvalidValue(table, Rule.FORMAT);
    } else if (!lacking.isEmpty()) {
      throw ProblemException.invalid(lacking);
    }
  }
}
