package cn.venuepass.application.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The board on which every node writes its figures, and all of them can be read. */
public interface NodeBoard {

  /**
   * Writes a node's figures in place of its earlier ones, all or nothing. The counts stand for
   * whole minutes: what the node wrote of the first of these minutes and of later ones is replaced,
   * so that writing the same again changes nothing.
   */
  void write(NodeFigures node, List<MinuteScans> minutes);

  /** The nodes that were seen then or later, the oldest first. */
  List<NodeFigures> nodes(Instant seenSince);

  /** The scans of all nodes, whether these are still there or not, of minutes that begin then. */
  List<MinuteScans> scans(Instant from);

  /** Wipes out nodes that were seen last before then, and minutes that began before then. */
  void wipe(Instant nodesBefore, Instant minutesBefore);

  /** Takes a node off that stops, with what it counted left there. */
  void remove(UUID node);
}
