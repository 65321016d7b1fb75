package cn.venuepass.persistence.survey;

import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.survey.SurveyImportRepository;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.survey.SurveyImport;
import cn.venuepass.domain.survey.SurveyImportId;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.persistence.ArrayQuery;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.ManyRows;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Lists of places; how far one is decides who works off its next lines. */
public final class JdbiSurveyImportRepository implements SurveyImportRepository {
  private static final int AT_ONCE = 5_000;
  private static final String SELECT =
      "SELECT " + ImportRow.COLUMNS + " FROM survey_import i WHERE ";
  private static final String SELECT_LINES =
      "SELECT " + ImportRow.LINE_COLUMNS + " FROM survey_import_line l WHERE l.import_id = :list";

  private static final ManyRows<NewLine> LINES =
      new ManyRows<NewLine>()
          .uuid("import_id", NewLine::list)
          .number("number", row -> row.line().number())
          .text("name", row -> row.line().cells().name())
          .text("type_code", row -> row.line().cells().type())
          .text("community_code", row -> row.line().cells().communityCode())
          .text("address", row -> row.line().cells().address())
          .text("social_credit_code", row -> row.line().cells().socialCreditCode())
          .text("faults", row -> ImportRow.text(row.line().faults()))
          .flag("rejected", row -> false)
          .time("created_at", NewLine::at);
  private static final String ADD_LINES = LINES.insertInto("survey_import_line");

  private static final ManyRows<DoneLine> DONE =
      new ManyRows<DoneLine>()
          .uuid("list", DoneLine::list)
          .number("line", DoneLine::number)
          .flag("wrong", row -> row.place().isEmpty())
          .text("reasons", DoneLine::faults)
          .uuid("place", row -> row.place().map(SurveyPlaceId::value).orElse(null));
  private static final String MARK_DONE =
      """
      UPDATE survey_import_line
         SET rejected = t.wrong, faults = t.reasons, place_id = t.place
        FROM"""
          + DONE.asTable()
          + """
       WHERE survey_import_line.import_id = t.list AND survey_import_line.number = t.line
      """;

  private final Jdbi jdbi;

  private record NewLine(UUID list, SurveyLine line, Instant at) {}

  private record DoneLine(UUID list, int number, String faults, Optional<SurveyPlaceId> place) {}

  public JdbiSurveyImportRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(SurveyImport list, List<SurveyLine> lines) {
    jdbi.useTransaction(
        handle -> {
          int unused =
              ImportRow.bind(
                      handle.createUpdate(
                          """
                          INSERT INTO survey_import
                                 (id, staff_id, created_at, on_bad_line, state, lines, added,
                                  changed, unchanged, rejected, finished_at)
                          VALUES (:id, :staff, :at, :onBadLine, :state, :lines, :added,
                                  :changed, :unchanged, :rejected, :finishedAt)
                          """),
                      list)
                  .execute();
          for (int from = 0; from < lines.size(); from += AT_ONCE) {
            LINES.write(
                handle,
                ADD_LINES,
                lines.subList(from, Math.min(from + AT_ONCE, lines.size())).stream()
                    .map(line -> new NewLine(list.id().value(), line, list.at()))
                    .toList());
          }
        });
  }

  @Override
  public Optional<SurveyImport> findOf(StaffId staff, SurveyImportId list) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "i.id = :list AND i.staff_id = :staff")
                .bind("list", list.value())
                .bind("staff", staff.value())
                .map((row, context) -> ImportRow.read(row))
                .findOne());
  }

  @Override
  public Page<SurveyImport> listOf(StaffId staff, PageRequest request) {
    Keyset order = Keyset.descending("i.created_at", "i.id");
    return Page.of(
        jdbi.withHandle(
            handle ->
                Keyset.bind(
                        handle.createQuery(order.page(SELECT + "i.staff_id = :staff", request)),
                        request)
                    .bind("staff", staff.value())
                    .map((row, context) -> ImportRow.read(row))
                    .list()),
        request,
        list -> new Cursor(list.at(), list.id().value()));
  }

  @Override
  public Optional<SurveyImport> findUnfinished() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "i.state IN ('WAITING', 'RUNNING') ORDER BY i.created_at, i.id LIMIT 1")
                .map((row, context) -> ImportRow.read(row))
                .findOne());
  }

  @Override
  public List<SurveyLine> lines(SurveyImportId list, int first, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT_LINES + " ORDER BY l.number LIMIT :limit OFFSET :first")
                .bind("list", list.value())
                .bind("limit", limit)
                .bind("first", first)
                .map((row, context) -> ImportRow.line(row))
                .list());
  }

  @Override
  public Set<SurveyPlaceId> named(SurveyImportId list, Collection<SurveyPlaceId> places) {
    return jdbi.withHandle(
        handle ->
            new HashSet<>(
                ArrayQuery.of(
                        handle,
                        """
                        SELECT l.place_id
                          FROM survey_import_line l
                          JOIN unnest(CAST(? AS uuid ARRAY), CAST(? AS uuid ARRAY))
                               AS t(list, wanted)
                            ON l.import_id = t.list AND l.place_id = t.wanted
                        """)
                    .with("uuid", places.stream().map(place -> list.value()).toList())
                    .with("uuid", places.stream().map(SurveyPlaceId::value).toList())
                    .list(row -> new SurveyPlaceId(uuid(row, "place_id")))));
  }

  @Override
  public boolean advance(
      SurveyImport before,
      SurveyImport after,
      List<SurveyLine> bad,
      Map<Integer, SurveyPlaceId> good) {
    return jdbi.inTransaction(
        handle -> {
          boolean mine = isAt(handle, before, after);
          if (mine) {
            mark(handle, after.id().value(), bad, good);
          }
          return mine;
        });
  }

  private static boolean isAt(Handle handle, SurveyImport before, SurveyImport after) {
    return ImportRow.bind(
                handle.createUpdate(
                    """
                    UPDATE survey_import
                       SET state = :state, added = :added, changed = :changed,
                           unchanged = :unchanged, rejected = :rejected,
                           finished_at = :finishedAt
                     WHERE id = :id AND state = :stateBefore
                       AND added + changed + unchanged + rejected = :doneBefore
                    """),
                after)
            .bind("stateBefore", before.state().name())
            .bind("doneBefore", before.tally().done())
            .execute()
        == 1;
  }

  private static void mark(
      Handle handle, UUID list, List<SurveyLine> bad, Map<Integer, SurveyPlaceId> good) {
    DONE.write(
        handle,
        MARK_DONE,
        bad.stream()
            .map(
                line ->
                    new DoneLine(
                        list, line.number(), ImportRow.text(line.faults()), Optional.empty()))
            .toList());
    DONE.write(
        handle,
        MARK_DONE,
        good.entrySet().stream()
            .map(line -> new DoneLine(list, line.getKey(), "", Optional.of(line.getValue())))
            .toList());
  }

  @Override
  public Set<DivisionCode> communitiesOf(SurveyImportId list) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT p.community_code
                      FROM survey_import_line l JOIN survey_place p ON p.id = l.place_id
                     WHERE l.import_id = :list AND p.removed_at IS NULL
                    """)
                .bind("list", list.value())
                .map((row, context) -> new DivisionCode(row.getString("community_code")))
                .set());
  }

  @Override
  public List<SurveyLine> listBad(SurveyImportId list, int after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT_LINES
                        + " AND l.rejected AND l.number > :after ORDER BY l.number LIMIT :limit")
                .bind("list", list.value())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> ImportRow.line(row))
                .list());
  }
}
