package cn.venuepass.persistence.survey;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.util.stream.Collectors.joining;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.survey.SurveyImport;
import cn.venuepass.domain.survey.SurveyImport.OnBadLine;
import cn.venuepass.domain.survey.SurveyImport.State;
import cn.venuepass.domain.survey.SurveyImport.Tally;
import cn.venuepass.domain.survey.SurveyImportId;
import cn.venuepass.domain.survey.SurveyLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/** How a list of places and its lines stand in their rows. */
final class ImportRow {
  static final String COLUMNS =
      """
      i.id, i.staff_id, i.created_at, i.on_bad_line, i.state, i.lines, i.added, i.changed,
      i.unchanged, i.rejected, i.finished_at
      """;
  static final String LINE_COLUMNS =
      """
      l.number, l.name, l.type_code, l.community_code, l.address, l.social_credit_code, l.faults
      """;

  private ImportRow() {}

  static <S extends SqlStatement<S>> S bind(S statement, SurveyImport list) {
    Tally tally = list.tally();
    return statement
        .bind("id", list.id().value())
        .bind("staff", list.by().value())
        .bind("at", list.at())
        .bind("onBadLine", list.onBadLine().name())
        .bind("state", list.state().name())
        .bind("lines", list.lines())
        .bind("added", tally.added())
        .bind("changed", tally.changed())
        .bind("unchanged", tally.unchanged())
        .bind("rejected", tally.rejected())
        .bindByType("finishedAt", list.finishedAt().orElse(null), Instant.class);
  }

  static SurveyImport read(ResultSet row) throws SQLException {
    return new SurveyImport(
        new SurveyImportId(uuid(row, "id")),
        new StaffId(uuid(row, "staff_id")),
        instant(row, "created_at"),
        OnBadLine.valueOf(row.getString("on_bad_line")),
        State.valueOf(row.getString("state")),
        row.getInt("lines"),
        new Tally(
            row.getInt("added"),
            row.getInt("changed"),
            row.getInt("unchanged"),
            row.getInt("rejected")),
        optionalInstant(row, "finished_at"));
  }

  static SurveyLine line(ResultSet row) throws SQLException {
    return new SurveyLine(
        row.getInt("number"),
        new SurveyLine.Cells(
            row.getString("name"),
            row.getString("type_code"),
            row.getString("community_code"),
            row.getString("address"),
            row.getString("social_credit_code")),
        faults(row.getString("faults")));
  }

  static String text(List<InvalidValue> faults) {
    return faults.stream()
        .map(fault -> fault.field() + ":" + fault.rule().name())
        .collect(joining(","));
  }

  private static List<InvalidValue> faults(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1))
            .map(fault -> fault.split(":", 2))
            .map(parts -> new InvalidValue(parts[0], Rule.valueOf(parts[1])))
            .toList();
  }
}
