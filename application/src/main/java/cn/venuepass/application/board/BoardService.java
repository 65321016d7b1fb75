package cn.venuepass.application.board;

import static java.time.temporal.ChronoUnit.MINUTES;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import cn.venuepass.domain.visit.ScanOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Puts together what the nodes wrote. */
final class BoardService implements ViewBoard {
  static final int MINUTES_SHOWN = 30;
  static final Duration MISSED_AFTER = Duration.ofSeconds(15);
  static final Duration SHOWN_FOR = Duration.ofMinutes(10);

  private final NodeBoard board;
  private final InstantSource clock;

  BoardService(NodeBoard board, InstantSource clock) {
    this.board = board;
    this.clock = clock;
  }

  @Override
  public Board view() {
    Instant now = clock.instant();
    List<Board.Node> nodes =
        board.nodes(now.minus(SHOWN_FOR)).stream()
            .map(node -> new Board.Node(node, node.seenAt().isBefore(now.minus(MISSED_AFTER))))
            .toList();
    NodeFigures all = together(now, nodes);
    return new Board(now, minutes(now), all.waiting(), all.batchSize(), all.commitTime(), nodes);
  }

  private List<Board.Minute> minutes(Instant now) {
    Instant first = firstMinute(now);
    Map<Instant, Map<ScanOutcome.Kind, Long>> minutes =
        IntStream.range(0, MINUTES_SHOWN)
            .mapToObj(minute -> first.plus(minute, MINUTES))
            .collect(toMap(identity(), minute -> noScans()));
    for (MinuteScans counted : board.scans(first)) {
      Optional.ofNullable(minutes.get(counted.minute()))
          .ifPresent(scans -> scans.merge(counted.outcome(), counted.scans(), Long::sum));
    }
    return minutes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(minute -> new Board.Minute(minute.getKey(), minute.getValue()))
        .toList();
  }

  /** The first minute that is shown at that time. */
  static Instant firstMinute(Instant now) {
    return now.truncatedTo(MINUTES).minus(MINUTES_SHOWN - 1L, MINUTES);
  }

  private static Map<ScanOutcome.Kind, Long> noScans() {
    return new EnumMap<>(
        Arrays.stream(ScanOutcome.Kind.values()).collect(toMap(identity(), kind -> 0L)));
  }

  /** The figures of those that are there, as if they were one node. */
  private static NodeFigures together(Instant now, List<Board.Node> nodes) {
    var none = new NodeFigures(new UUID(0, 0), "", now, now, 0, 0, 0, 0, Duration.ZERO);
    return nodes.stream()
        .filter(node -> !node.gone())
        .map(Board.Node::figures)
        .reduce(
            none,
            (a, b) ->
                new NodeFigures(
                    a.id(),
                    a.version(),
                    now,
                    now,
                    a.waiting() + b.waiting(),
                    a.scans() + b.scans(),
                    a.batches() + b.batches(),
                    a.batchedScans() + b.batchedScans(),
                    a.committing().plus(b.committing())));
  }
}
