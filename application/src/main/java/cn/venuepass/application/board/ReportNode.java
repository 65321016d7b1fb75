package cn.venuepass.application.board;

/** A node tells how it fares; every node, every few seconds. */
public interface ReportNode {
  void report();

  /** The node stops, and need not be missed. */
  void leave();
}
