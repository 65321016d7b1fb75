package cn.venuepass.rest.board;

import cn.venuepass.application.board.Board;
import cn.venuepass.application.board.NodeFigures;
import cn.venuepass.domain.visit.ScanOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the installation fares, as an event of the live board. */
record BoardResponse(
    Instant at,
    List<MinuteResponse> minutes,
    int queueDepth,
    @Nullable Double batchSize,
    @Nullable Double commitMillis,
    List<NodeResponse> nodes) {

  static BoardResponse of(Board board) {
    return new BoardResponse(
        board.at(),
        board.minutes().stream()
            .map(minute -> new MinuteResponse(minute.begin(), minute.scans()))
            .toList(),
        board.waiting(),
        board.batchSize().orElse(null),
        millis(board.commitTime()),
        board.nodes().stream().map(NodeResponse::of).toList());
  }

  private static @Nullable Double millis(Optional<Duration> time) {
    return time.map(commit -> commit.toNanos() / 1_000_000.0).orElse(null);
  }

  /** A minute's scans by outcome. */
  record MinuteResponse(Instant minute, Map<ScanOutcome.Kind, Long> scans) {}

  /** A node; its figures are of the minute before it was seen. */
  record NodeResponse(
      UUID id,
      String version,
      Instant startedAt,
      Instant seenAt,
      boolean gone,
      int queueDepth,
      long scansLastMinute,
      @Nullable Double batchSize,
      @Nullable Double commitMillis) {

    static NodeResponse of(Board.Node node) {
      NodeFigures figures = node.figures();
      return new NodeResponse(
          figures.id(),
          figures.version(),
          figures.startedAt(),
          figures.seenAt(),
          node.gone(),
          figures.waiting(),
          figures.scans(),
          figures.batchSize().orElse(null),
          millis(figures.commitTime()));
    }
  }
}
