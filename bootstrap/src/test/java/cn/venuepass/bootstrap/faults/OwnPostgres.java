package cn.venuepass.bootstrap.faults;

import cn.venuepass.bootstrap.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL of a test's own, as durable as in production, that can be killed, frozen and started
 * again on the same data. The embedded one brings the binaries and no more.
 */
final class OwnPostgres implements AutoCloseable {
  private static final Path LOGS = Path.of("target", "test-logs");
  private static final Duration START = Duration.ofSeconds(60);

  private final Path data;
  private final int port;
  private final Thread atExit = new Thread(this::kill);
  private Process postmaster;

  private OwnPostgres(Path data, int port) {
    this.data = data;
    this.port = port;
    initialise();
    this.postmaster = launch();
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** An empty one that runs, with its data below a directory that may exist. */
  static OwnPostgres create(Path data) {
    var postgres = new OwnPostgres(data, Ports.free());
    postgres.awaitAnswer();
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      if (!postgres.ask("SHOW " + setting).equals("on")) {
        throw new AssertionError(setting + " is off");
      }
    }
    return postgres;
  }

  int port() {
    return port;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=2&socketTimeout=20",
        "postgres",
        "");
  }

  /** The only value that a statement gives. */
  String ask(String statement) {
    try (Connection connection = connect();
        Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(statement)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isRunning() {
    return postmaster.isAlive();
  }

  /** Starts it on the data that it left, and returns when it answers. */
  void start() {
    if (!isRunning()) {
      postmaster = launch();
    }
    awaitAnswer();
  }

  /** kill -9 of all its processes. The first one must not bring up others meanwhile. */
  void kill() {
    if (isRunning()) {
      Signals.freeze(postmaster.toHandle());
      family().forEach(ProcessHandle::destroyForcibly);
    }
    awaitEnd();
  }

  /** No process of it does anything until {@link #resume}. */
  void freeze() {
    Signals.freeze(postmaster.toHandle());
    family().forEach(Signals::freeze);
  }

  void resume() {
    family().forEach(Signals::resume);
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    kill();
  }

  private List<ProcessHandle> family() {
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    all.add(postmaster.toHandle());
    return all;
  }

  private void awaitEnd() {
    try {
      if (!postmaster.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("PostgreSQL does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitAnswer() {
    Patience.until(
        START,
        "PostgreSQL answers",
        () -> {
          if (!isRunning()) {
            postmaster = launch();
          }
          try (Connection connection = connect()) {
            return connection.isValid(2);
          } catch (SQLException e) {
            return false;
          }
        });
  }

  private void initialise() {
    Process initdb =
        run(
            List.of(
                Binaries.path("initdb"),
                "--pgdata=" + data,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync"));
    try {
      if (initdb.waitFor() != 0) {
        throw new AssertionError("initdb failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Process launch() {
    List<String> command = new ArrayList<>(List.of(Binaries.path("postgres"), "-D" + data));
    for (String setting :
        List.of(
            "port=" + port,
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "shared_buffers=16MB",
            "min_wal_size=32MB",
            "max_wal_size=48MB",
            "log_error_verbosity=terse")) {
      command.addAll(List.of("-c", setting));
    }
    return run(command);
  }

  /** PostgreSQL does not run as root; in a namespace without names nobody is. */
  private static Process run(List<String> command) {
    List<String> whole = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      whole.addAll(List.of("unshare", "-U"));
    }
    whole.addAll(command);
    try {
      File log = Files.createDirectories(LOGS).resolve("postgres.log").toFile();
      return new ProcessBuilder(whole)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the embedded PostgreSQL unpacks what it runs. */
  private static final class Binaries {
    private static final Path DIRECTORY = unpack();

    static String path(String program) {
      return DIRECTORY.resolve(program).toString();
    }

    private static Path unpack() {
      try (EmbeddedPostgres once = EmbeddedPostgres.start();
          Connection connection = once.getPostgresDatabase().getConnection();
          Statement query = connection.createStatement();
          ResultSet rows =
              query.executeQuery("SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
        rows.next();
        return Path.of(rows.getString(1));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
