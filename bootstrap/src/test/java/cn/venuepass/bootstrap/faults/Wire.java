package cn.venuepass.bootstrap.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lies between a client and a server on the loopback, and can be cut. */
final class Wire implements AutoCloseable {
  private static final int CONNECT_MILLISECONDS = 2_000;

  private final ServerSocket entrance;
  private final int target;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();

  private Wire(ServerSocket entrance, int target) {
    this.entrance = entrance;
    this.target = target;
  }

  /** A wire that ends at that port. */
  static Wire to(int target) {
    try {
      var entrance = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
      var wire = new Wire(entrance, target);
      inBackground(wire::accept);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it begins. */
  int port() {
    return entrance.getLocalPort();
  }

  /** Resets every connection that is open now; new ones are let through. */
  void cut() {
    links.forEach(Link::reset);
  }

  /** Connections that are open now go silent: nothing passes, and neither end hears of it. */
  void silence() {
    links.forEach(Link::silence);
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        var link = new Link(entrance.accept());
        links.add(link);
        inBackground(link::run);
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void inBackground(Runnable work) {
    var thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  /** One connection, of both ends. */
  private final class Link {
    private final Socket near;
    private final Socket far = new Socket();
    private volatile boolean silent;

    private Link(Socket near) {
      this.near = near;
    }

    private void run() {
      try {
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        far.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLISECONDS);
        inBackground(() -> pass(far, near));
        pass(near, far);
      } catch (IOException refused) {
        reset();
      }
    }

    private void pass(Socket from, Socket to) {
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        var bytes = new byte[16 * 1024];
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
          if (!silent) {
            out.write(bytes, 0, read);
          }
        }
      } catch (IOException broken) {
        reset();
        return;
      }
      if (!silent) {
        close();
      }
    }

    private void silence() {
      silent = true;
    }

    /** Whatever is under way is lost, and both ends are told so. */
    private void reset() {
      dropAtClose(near);
      dropAtClose(far);
      close();
    }

    private void dropAtClose(Socket end) {
      try {
        end.setSoLinger(true, 0);
      } catch (SocketException closed) {
        links.remove(this);
      }
    }

    private void close() {
      links.remove(this);
      try (near;
          far) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
