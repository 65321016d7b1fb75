package cn.venuepass.application.board;

import static java.time.temporal.ChronoUnit.MINUTES;

import cn.venuepass.domain.visit.ScanOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Counts a scan in the minute in which it was first read. What could not be written is kept, and
 * written with the next report.
 */
final class ReportService implements ReportNode {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final NodeBoard board;
  private final LedgerReadings readings;
  private final InstantSource clock;
  private final UUID id;
  private final String version;
  private final Instant startedAt;
  private final Deque<Moment> window = new ArrayDeque<>();
  private final TreeMap<Instant, Map<ScanOutcome.Kind, Long>> unwritten = new TreeMap<>();
  private Instant wipedAt = Instant.MIN;

  ReportService(
      NodeBoard board, LedgerReadings readings, UUID id, String version, InstantSource clock) {
    this.board = board;
    this.readings = readings;
    this.clock = clock;
    this.id = id;
    this.version = version;
    this.startedAt = clock.instant();
    window.add(new Moment(startedAt, LedgerReading.NONE));
  }

  private record Moment(Instant at, LedgerReading reading) {}

  @Override
  public synchronized void report() {
    Instant now = clock.instant();
    Instant minute = now.truncatedTo(MINUTES);
    LedgerReading reading = readings.read();
    count(minute, reading);
    window.addLast(new Moment(now, reading));
    while (window.size() > 2 && window.getFirst().at().isBefore(now.minus(WINDOW))) {
      window.removeFirst();
    }
    board.write(figures(now, reading), counts());
    unwritten.headMap(minute).clear();
    if (wipedAt.isBefore(minute)) {
      board.wipe(now.minus(BoardService.SHOWN_FOR), BoardService.firstMinute(now));
      wipedAt = minute;
    }
  }

  @Override
  public synchronized void leave() {
    report();
    board.remove(id);
  }

  private void count(Instant minute, LedgerReading reading) {
    LedgerReading before = window.getLast().reading();
    Map<ScanOutcome.Kind, Long> scans =
        unwritten.computeIfAbsent(minute, first -> new EnumMap<>(ScanOutcome.Kind.class));
    for (ScanOutcome.Kind outcome : ScanOutcome.Kind.values()) {
      long news = reading.scans(outcome) - before.scans(outcome);
      if (news > 0) {
        scans.merge(outcome, news, Long::sum);
      }
    }
    unwritten.headMap(BoardService.firstMinute(minute)).clear();
  }

  private List<MinuteScans> counts() {
    return unwritten.entrySet().stream()
        .flatMap(
            minute ->
                minute.getValue().entrySet().stream()
                    .map(
                        counted ->
                            new MinuteScans(minute.getKey(), counted.getKey(), counted.getValue())))
        .toList();
  }

  private NodeFigures figures(Instant now, LedgerReading reading) {
    LedgerReading before = window.getFirst().reading();
    return new NodeFigures(
        id,
        version,
        startedAt,
        now,
        reading.waiting(),
        reading.allScans() - before.allScans(),
        reading.batches() - before.batches(),
        reading.batchedScans() - before.batchedScans(),
        reading.committing().minus(before.committing()));
  }
}
