package cn.venuepass.bootstrap.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;

/** Somebody with a bad network, who sends a scan in pieces. */
final class SlowClient implements AutoCloseable {
  private static final int ANSWER_MILLISECONDS = 30_000;

  private final Socket socket;
  private final byte[] body;
  private int sent;

  private SlowClient(Socket socket, byte[] body) {
    this.socket = socket;
    this.body = body;
  }

  /** The head is sent, and nothing of the body. */
  static SlowClient connect(URI node, Scan scan) {
    try {
      byte[] body = new ObjectMapper().writeValueAsBytes(scan.body());
      var socket = new Socket(InetAddress.getLoopbackAddress(), node.getPort());
      socket.setSoTimeout(ANSWER_MILLISECONDS);
      socket.setTcpNoDelay(true);
      String head =
          """
          POST /api/v1/scans HTTP/1.1\r
          Host: localhost\r
          Authorization: Bearer %s\r
          Content-Type: application/json\r
          Content-Length: %d\r
          Connection: close\r
          \r
          """
              .formatted(scan.person().token(), body.length);
      socket.getOutputStream().write(head.getBytes(UTF_8));
      return new SlowClient(socket, body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends half of what is left. */
  SlowClient half() {
    return send((body.length - sent) / 2);
  }

  /** Sends the rest in that many pieces, with a pause before each. */
  SlowClient dribble(int pieces, Duration pause) {
    int each = (body.length - sent + pieces - 1) / pieces;
    while (sent < body.length) {
      Patience.pause(pause);
      send(Math.min(each, body.length - sent));
    }
    return this;
  }

  /** All that the server says until it hangs up. */
  String answer() {
    try {
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hangs up. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SlowClient send(int bytes) {
    try {
      socket.getOutputStream().write(Arrays.copyOfRange(body, sent, sent + bytes));
      sent += bytes;
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
