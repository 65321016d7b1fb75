package cn.venuepass.persistence.retention;

import cn.venuepass.application.retention.DataPurge;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.retention.RetentionReport.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** PostgreSQL drops partitions and deletes the rest in slices; H2 deletes in slices. */
public final class JdbiDataPurge implements DataPurge {
  private static final int PARTITION_DAYS = 7;

  private final Jdbi jdbi;
  private final boolean postgres;
  private final Slices slices;
  private final ForsakenPeople people;

  /**
   * A purge of that database.
   *
   * @param postgres whether tables have partitions
   */
  public JdbiDataPurge(Jdbi jdbi, boolean postgres) {
    this.jdbi = jdbi;
    this.postgres = postgres;
    this.slices = new Slices(jdbi, postgres);
    this.people = new ForsakenPeople(jdbi, slices);
  }

  @Override
  public void purge(RetentionLimits limits, Instant now, Consumer<Line> gone) {
    for (Kind kind : Kind.ALL) {
      gone.accept(purge(kind, now.minus(kind.limit().apply(limits))));
    }
    gone.accept(people.purge(now));
  }

  @Override
  public List<Line> preview(RetentionLimits limits, Instant now) {
    List<Line> lines = new ArrayList<>();
    for (Kind kind : Kind.ALL) {
      Instant limit = now.minus(kind.limit().apply(limits));
      Span span = span(kind, kind.goes(), limit);
      lines.add(line(kind, span.rows(), span, 0, limit));
    }
    lines.add(people.preview(now));
    return lines;
  }

  private Line purge(Kind kind, Instant limit) {
    OldPartitions.Dropped dropped = dropPartitions(kind, limit);
    Span span = span(kind, kind.goes(), limit);
    long deleted = slices.delete(kind.table(), kind.keys(), kind.goes(), limit);
    return line(
        kind,
        deleted + dropped.span().rows(),
        span.and(dropped.span()),
        dropped.partitions(),
        limit);
  }

  private OldPartitions.Dropped dropPartitions(Kind kind, Instant limit) {
    if (!postgres || !(kind.equals(Kind.VISIT) || kind.equals(Kind.RECEIPT))) {
      return new OldPartitions.Dropped(0, Span.NOTHING);
    }
    return new OldPartitions(jdbi).drop(kind, PARTITION_DAYS, limit);
  }

  private Line line(Kind kind, long deleted, Span span, int partitions, Instant limit) {
    long held = span(kind, kind.isHeld(), limit).rows();
    return new Line(kind.table(), deleted, span.oldest(), span.newest(), partitions, held);
  }

  private Span span(Kind kind, String condition, Instant limit) {
    return Span.of(jdbi, kind.table(), kind.time(), condition, limit);
  }
}
