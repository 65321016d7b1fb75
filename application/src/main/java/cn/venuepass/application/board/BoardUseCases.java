package cn.venuepass.application.board;

import java.time.InstantSource;
import java.util.UUID;

/** Everything about how the installation fares. */
public record BoardUseCases(ReportNode reportNode, ViewBoard viewBoard) {

  /**
   * Over that board, for one node.
   *
   * @param version what the node runs
   */
  public static BoardUseCases over(
      NodeBoard board, LedgerReadings readings, UUID node, String version, InstantSource clock) {
    return new BoardUseCases(
        new ReportService(board, readings, node, version, clock), new BoardService(board, clock));
  }
}
