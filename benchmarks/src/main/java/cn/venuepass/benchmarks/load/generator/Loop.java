package cn.venuepass.benchmarks.load.generator;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/** One load from its first request to its last answer, on one thread. */
final class Loop {
  private static final long PATIENCE = 10_000_000_000L;
  private static final long POLL_MILLIS = 100;

  private final Load load;
  private final List<Connection> connections;
  private final Selector selector;
  private final Deque<Connection> free = new ArrayDeque<>();
  private final long start;
  private final long end;
  private final Tally tally;
  private final Arrivals arrivals;
  private int waiting;

  private Loop(Load load, List<Connection> connections, Selector selector) {
    this.load = load;
    this.connections = connections;
    this.selector = selector;
    this.start = System.nanoTime();
    this.end = start + (long) (load.seconds() * 1e9);
    this.tally = new Tally(start, end);
    this.arrivals = new Arrivals(start, load.seconds(), load.onSchedule() ? load.rate() : 1);
  }

  /** Runs the load; everybody is connected before the clock starts. */
  static Outcome run(Load load, World world, Crowd crowd) throws IOException {
    List<Connection> connections = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      var random = new SplittableRandom();
      for (int i = 0; i < load.connections(); i++) {
        var connection = new Connection(world.port(), crowd, i, load.connections(), random.split());
        connections.add(connection);
        connection.register(selector);
      }
      var loop = new Loop(load, connections, selector);
      return load.onSchedule() ? loop.open() : loop.closed();
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  private Outcome closed() throws IOException {
    for (Connection connection : connections) {
      send(connection, System.nanoTime());
    }
    while (waiting > 0 && System.nanoTime() < end + PATIENCE) {
      take();
    }
    return finished();
  }

  private Outcome open() throws IOException {
    free.addAll(connections);
    Pacer pacer = Pacer.start(selector, new Arrivals(start, load.seconds(), load.rate()));
    try {
      while (waiting > 0 || System.nanoTime() < end) {
        sendDue(System.nanoTime());
        if (System.nanoTime() > end + PATIENCE) {
          break;
        }
        take();
      }
    } finally {
      pacer.stop();
    }
    tally.unsent(arrivals.left());
    return finished();
  }

  private void sendDue(long now) {
    tally.unsent(arrivals.dropBefore(now - PATIENCE));
    while (now < end && !free.isEmpty() && !arrivals.isOver() && arrivals.due() <= now) {
      send(free.removeFirst(), arrivals.take());
    }
  }

  /** Takes the answers that are there. */
  private void take() throws IOException {
    int unused = selector.select(POLL_MILLIS);
    for (SelectionKey key : selector.selectedKeys()) {
      Connection connection = (Connection) key.attachment();
      try {
        if (connection.isWaiting() ? connection.receive() : hasNews(connection)) {
          long now = System.nanoTime();
          connection.finish(tally, now);
          waiting--;
          next(connection, now);
        }
      } catch (IOException e) {
        broke(connection);
      }
    }
    selector.selectedKeys().clear();
  }

  /** Whoever asked nothing is told nothing but that the connection ended. */
  private static boolean hasNews(Connection connection) throws IOException {
    if (connection.receive()) {
      throw new IOException("an answer to no request");
    }
    return false;
  }

  private void next(Connection connection, long now) {
    if (load.onSchedule()) {
      free.addLast(connection);
    } else if (now < end) {
      send(connection, now);
    }
  }

  private void send(Connection connection, long due) {
    try {
      waiting++;
      connection.send(due, System.nanoTime());
    } catch (IOException e) {
      broke(connection);
    }
  }

  private void broke(Connection connection) {
    tally.broke("connection");
    boolean wasWaiting = connection.isWaiting();
    connection.giveUp();
    try {
      connection.reconnect(selector);
    } catch (IOException e) {
      tally.broke("no connection");
      if (wasWaiting) {
        waiting--;
      }
      boolean unused = free.remove(connection);
      return;
    }
    if (wasWaiting) {
      waiting--;
      next(connection, System.nanoTime());
    }
  }

  private Outcome finished() {
    tally.unanswered(waiting);
    connections.forEach(Connection::giveUp);
    return tally.outcome();
  }
}
