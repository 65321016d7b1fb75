package cn.venuepass.persistence.tracing;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.venuepass.application.tracing.TraceParametersRepository;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.TraceParameters;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The versions of the rules of traces. */
public final class JdbiTraceParameters implements TraceParametersRepository {
  private static final String SELECT =
      """
      SELECT p.version, p.minimum_overlap_s, p.before_onset_s, p.second_ring_grades,
             p.second_ring_sources, p.most_contacts, p.made_by, p.made_at
        FROM trace_parameters p
      """;

  private final Jdbi jdbi;

  public JdbiTraceParameters(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Weight(int version, VenueTypeCode type, int percent) {}

  @Override
  public TraceParameters current() {
    return read(" ORDER BY p.version DESC LIMIT 1", 0).stream()
        .findFirst()
        .map(Made::parameters)
        .orElse(TraceParameters.DEFAULT);
  }

  @Override
  public Optional<TraceParameters> find(int version) {
    return version == TraceParameters.DEFAULT.version()
        ? Optional.of(TraceParameters.DEFAULT)
        : read(" WHERE p.version = :version", version).stream().findFirst().map(Made::parameters);
  }

  @Override
  public List<Made> list() {
    return read(" ORDER BY p.version DESC", 0);
  }

  @Override
  public boolean add(Made next) {
    return jdbi.inTransaction(
        handle -> {
          boolean mine = insert(handle, next) == 1;
          if (mine) {
            insertWeights(handle, next.parameters());
          }
          return mine;
        });
  }

  private List<Made> read(String which, int version) {
    return jdbi.withHandle(
        handle -> {
          var query = handle.createQuery(SELECT + which);
          if (which.contains(":version")) {
            query.bind("version", version);
          }
          List<Row> rows = query.map((row, context) -> Row.read(row)).list();
          Map<Integer, List<Weight>> weights = weights(handle, rows);
          return rows.stream()
              .map(row -> row.with(weights.getOrDefault(row.version(), List.of())))
              .toList();
        });
  }

  private static Map<Integer, List<Weight>> weights(Handle handle, List<Row> rows) {
    if (rows.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            """
            SELECT version, type_code, weight FROM trace_type_weight
             WHERE version IN (<versions>)
            """)
        .bindList("versions", rows.stream().map(Row::version).toList())
        .map(
            (row, context) ->
                new Weight(
                    row.getInt("version"),
                    new VenueTypeCode(row.getString("type_code")),
                    row.getInt("weight")))
        .stream()
        .collect(groupingBy(Weight::version));
  }

  private static int insert(Handle handle, Made next) {
    TraceParameters rules = next.parameters();
    return handle
        .createUpdate(
            """
            INSERT INTO trace_parameters
                   (version, minimum_overlap_s, before_onset_s, second_ring_grades,
                    second_ring_sources, most_contacts, made_by, made_at)
            VALUES (:version, :overlap, :before, :grades, :sources, :most, :by, :at)
            ON CONFLICT DO NOTHING
            """)
        .bind("version", rules.version())
        .bind("overlap", Math.toIntExact(rules.minimumOverlap().toSeconds()))
        .bind("before", Math.toIntExact(rules.beforeOnset().toSeconds()))
        .bind(
            "grades",
            rules.secondRingGrades().stream()
                .sorted()
                .map(ContactGrade::name)
                .collect(joining(",")))
        .bind("sources", rules.secondRingSources())
        .bind("most", rules.mostContacts())
        .bind("by", next.by().value())
        .bind("at", next.at())
        .execute();
  }

  private static void insertWeights(Handle handle, TraceParameters rules) {
    if (rules.typeWeights().isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO trace_type_weight (version, type_code, weight)
            VALUES (:version, :type, :weight)
            """);
    rules
        .typeWeights()
        .forEach(
            (type, weight) -> {
              PreparedBatch unused =
                  batch
                      .bind("version", rules.version())
                      .bind("type", type.text())
                      .bind("weight", weight)
                      .add();
            });
    int[] unused = batch.execute();
  }

  /** A version without its weights. */
  private record Row(Made made) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(
          new Made(
              new TraceParameters(
                  row.getInt("version"),
                  Duration.ofSeconds(row.getInt("minimum_overlap_s")),
                  Duration.ofSeconds(row.getInt("before_onset_s")),
                  Map.of(),
                  Arrays.stream(row.getString("second_ring_grades").split(",", 0))
                      .map(ContactGrade::valueOf)
                      .collect(toSet()),
                  row.getInt("second_ring_sources"),
                  row.getInt("most_contacts")),
              new StaffId(uuid(row, "made_by")),
              instant(row, "made_at")));
    }

    int version() {
      return made.parameters().version();
    }

    Made with(List<Weight> weights) {
      TraceParameters rules = made.parameters();
      return new Made(
          new TraceParameters(
              rules.version(),
              rules.minimumOverlap(),
              rules.beforeOnset(),
              weights.stream().collect(toMap(Weight::type, Weight::percent)),
              rules.secondRingGrades(),
              rules.secondRingSources(),
              rules.mostContacts()),
          made.by(),
          made.at());
    }
  }
}
