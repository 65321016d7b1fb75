package cn.venuepass.bootstrap.faults;

import static java.util.Objects.requireNonNull;

import cn.venuepass.bootstrap.Ports;
import cn.venuepass.bootstrap.RunningJar;
import cn.venuepass.bootstrap.faults.Scan.Door;
import cn.venuepass.bootstrap.faults.Scan.Walker;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.testkit.http.ApiClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The product on a database, with people at its doors, and what must hold after every fault. */
final class Scene implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Scene.class);
  private static final Duration HEALED_WITHIN = Duration.ofSeconds(30);
  private static final int DOORS = 3;

  private final Path data;
  private final @Nullable OwnPostgres postgres;
  private final @Nullable Wire wire;
  private final List<Node> nodes;
  private final List<Journal> journals = new ArrayList<>();

  private Scene(Path data, @Nullable OwnPostgres postgres, @Nullable Wire wire, int nodes) {
    this.data = data;
    this.postgres = postgres;
    this.wire = wire;
    this.nodes = IntStream.range(0, nodes).mapToObj(i -> new Node(Ports.free())).toList();
  }

  /** What happens to the product; it is over when this returns. */
  interface Fault {
    void strike();
  }

  /**
   * How large a load is.
   *
   * @param before scans that are acknowledged before the fault
   * @param after scans that are acknowledged after it
   */
  record Size(int people, int before, int after) {}

  static Scene onH2(Path directory) {
    return new Scene(directory, null, null, 1).begun();
  }

  /** On a PostgreSQL of its own, over a wire that can be cut. */
  static Scene onPostgres(Path directory, int nodes) {
    return onPostgres(directory, directory.resolve("postgres"), nodes);
  }

  static Scene onPostgres(Path directory, Path database, int nodes) {
    var postgres = OwnPostgres.create(database);
    return new Scene(directory, postgres, Wire.to(postgres.port()), nodes).begun();
  }

  /**
   * Lets people scan, strikes, waits until the service is well again, and looks whether every word
   * was kept.
   */
  void survive(String what, Size size, Fault fault) {
    survive(what, size, addresses(), fault);
  }

  /** The same with people who come by other ways. */
  void survive(String what, Size size, List<URI> ways, Fault fault) {
    ApiClient api = ApiClient.of(addresses().get(0));
    List<Door> doors = Town.doors(api, DOORS);
    List<Walker> people = Town.walkers(api, size.people());
    Walker first = visitor();
    Journal journal = journal();
    Duration healed;
    Duration everybody;
    try (Load load = Load.start(ways, doors, journal, people)) {
      load.awaitMore(size.before());
      fault.strike();
      healed = awaitHealth(first, doors.get(0), journal);
      everybody = load.awaitEverybody(HEALED_WITHIN).plus(healed);
      load.awaitMore(size.after());
      load.finish();
    }
    LOG.info(
        "{}: healthy after {} ms, everybody served after {} ms; {} scans acknowledged, others {}",
        what,
        healed.toMillis(),
        everybody.toMillis(),
        journal.size(),
        journal.failures());
    verdict().pass(journal);
  }

  /** Somebody who is none of the load's people. */
  Walker visitor() {
    return Town.walkers(ApiClient.of(addresses().get(0)), 1).get(0);
  }

  /** A journal that the verdict looks at. */
  Journal journal() {
    var journal = new Journal();
    journals.add(journal);
    return journal;
  }

  /** Every node says that it is ready, and a fresh scan is stored. */
  private Duration awaitHealth(Walker person, Door door, Journal journal) {
    return Patience.until(
        HEALED_WITHIN,
        "the service is healthy",
        () ->
            nodes.stream()
                .allMatch(
                    node ->
                        isReady(node.address())
                            && Load.isAcknowledged(
                                ApiClient.of(node.address()),
                                journal,
                                new Scan(
                                    person, door, Direction.IN, UUID.randomUUID().toString()))));
  }

  Verdict verdict() {
    return new Verdict(ApiClient.of(addresses().get(0)), journals, this::store);
  }

  Node node(int number) {
    return nodes.get(number);
  }

  OwnPostgres postgres() {
    return requireNonNull(postgres);
  }

  Wire wire() {
    return requireNonNull(wire);
  }

  List<URI> addresses() {
    return nodes.stream().map(Node::address).toList();
  }

  /** The database itself; H2 gives its file to one process at a time. */
  private Connection store() throws SQLException {
    if (postgres != null) {
      return postgres.connect();
    }
    int unused = nodes.get(0).stop();
    return DriverManager.getConnection(
        "jdbc:h2:file:"
            + data.toAbsolutePath().resolve("venuepass")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
        "",
        "");
  }

  private Scene begun() {
    try {
      nodes.forEach(Node::start);
      return this;
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    nodes.forEach(Node::kill);
    if (wire != null) {
      wire.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  private static boolean isReady(URI address) {
    try {
      return ApiClient.of(address).send("GET", "/health/ready", BodyPublishers.noBody()).status()
          == 200;
    } catch (UncheckedIOException gone) {
      return false;
    }
  }

  /** One process of the product, always at the same address. */
  final class Node {
    private final int port;
    private @Nullable RunningJar jar;

    private Node(int port) {
      this.port = port;
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + port);
    }

    void start() {
      List<String> options = new ArrayList<>(List.of("--no-limits", "--no-city"));
      if (wire != null) {
        options.addAll(
            List.of(
                "--db-url",
                "jdbc:postgresql://127.0.0.1:" + wire.port() + "/postgres",
                "--db-user",
                "postgres"));
      }
      jar = RunningJar.demo(port, data, options.toArray(String[]::new));
    }

    /** kill -9. */
    void kill() {
      if (jar != null) {
        jar.kill();
      }
    }

    /** Asks it to stop, and gives its exit code. */
    int stop() {
      return requireNonNull(jar).stop();
    }
  }
}
