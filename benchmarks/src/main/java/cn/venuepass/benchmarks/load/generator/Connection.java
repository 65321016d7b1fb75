package cn.venuepass.benchmarks.load.generator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.SplittableRandom;

/** One connection, kept open, with residents of its own who scan one after the other. */
final class Connection {
  private static final int BUFFER = 8_192;

  private final int port;
  private final Crowd crowd;
  private final int first;
  private final int step;
  private final SplittableRandom random;
  private final ByteBuffer request = ByteBuffer.allocateDirect(BUFFER);
  private final ByteBuffer answer = ByteBuffer.allocate(BUFFER);
  private final AnswerParser parser = new AnswerParser();
  private SocketChannel channel;
  private int resident;
  private long due;
  private long sent;
  private boolean waiting;

  /**
   * Connects.
   *
   * @param first its first resident; the others follow at the distance of {@code step}
   */
  Connection(int port, Crowd crowd, int first, int step, SplittableRandom random)
      throws IOException {
    this.port = port;
    this.crowd = crowd;
    this.first = first;
    this.step = step;
    this.random = random;
    this.resident = first;
    this.channel = connect(port);
  }

  void register(Selector selector) throws IOException {
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  boolean isWaiting() {
    return waiting;
  }

  /** Sends the next scan. */
  void send(long dueAt, long now) throws IOException {
    request.clear();
    crowd
        .requests()
        .put(request, resident, crowd.venueOf(resident), crowd.isInside(resident), random);
    request.flip();
    due = dueAt;
    sent = now;
    waiting = true;
    while (request.hasRemaining()) {
      int unused = channel.write(request);
    }
  }

  /**
   * Reads what is there.
   *
   * @return whether the answer is complete
   * @throws IOException when the connection ended
   */
  boolean receive() throws IOException {
    if (channel.read(answer) < 0) {
      throw new IOException("the connection was closed");
    }
    if (!answer.hasRemaining()) {
      throw new IOException("an answer that is too long");
    }
    return parser.read(answer.array(), answer.position());
  }

  /** Counts the complete answer, and turns to the next resident. */
  void finish(Tally tally, long now) {
    if (parser.status() == 200) {
      Said said = parser.outcome(answer.array());
      tally.stored(due, sent, now, said, crowd.answered(resident, said));
    } else if (parser.status() == 503) {
      tally.refused(sent, now, parser.hasRetryAfter());
    } else {
      crowd.lost(resident);
      tally.broke("status " + parser.status());
    }
    turn();
  }

  /** The scan gets no answer any more. */
  void giveUp() {
    if (waiting) {
      crowd.lost(resident);
      turn();
    }
  }

  /** A new connection for the one that ended. */
  void reconnect(Selector selector) throws IOException {
    channel.close();
    parser.reset();
    answer.clear();
    channel = connect(port);
    register(selector);
  }

  void close() throws IOException {
    channel.close();
  }

  private void turn() {
    waiting = false;
    parser.reset();
    answer.clear();
    resident += step;
    if (resident >= crowd.size()) {
      resident = first;
    }
  }

  private static SocketChannel connect(int port) throws IOException {
    var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    return channel;
  }
}
