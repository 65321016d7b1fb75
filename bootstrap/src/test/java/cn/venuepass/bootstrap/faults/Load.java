package cn.venuepass.bootstrap.faults;

import cn.venuepass.bootstrap.faults.Scan.Door;
import cn.venuepass.bootstrap.faults.Scan.Walker;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * People who scan in and out, each one scan after the other. Whoever gets no answer, or another
 * than 200, sends the same scan again, to the next node if there are several.
 */
final class Load implements AutoCloseable {
  static final String NO_ANSWER = "no answer";

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private static final int LONGEST_STEP_MILLISECONDS = 120;

  private final List<ApiClient> nodes;
  private final List<Door> doors;
  private final Journal journal;
  private final List<Walker> people;
  private final ExecutorService threads;
  private final List<Future<?>> walks = new ArrayList<>();
  private volatile boolean over;

  private Load(List<URI> nodes, List<Door> doors, Journal journal, List<Walker> people) {
    this.nodes = nodes.stream().map(ApiClient::of).toList();
    this.doors = doors;
    this.journal = journal;
    this.people = people;
    this.threads = Executors.newFixedThreadPool(people.size());
  }

  /** People who walk until they are told to finish. */
  static Load start(List<URI> nodes, List<Door> doors, Journal journal, List<Walker> people) {
    var load = new Load(nodes, doors, journal, people);
    for (int i = 0; i < people.size(); i++) {
      int number = i;
      load.walks.add(load.threads.submit(() -> load.walk(people.get(number), new Random(number))));
    }
    return load;
  }

  /** Returns when that many scans more were acknowledged. */
  void awaitMore(int scans) {
    int goal = journal.size() + scans;
    Duration unused =
        Patience.until(
            PATIENCE,
            scans + " scans more",
            () -> {
              walks.stream().filter(Future::isDone).forEach(Load::result);
              return journal.size() >= goal;
            });
  }

  /** Returns when everybody got through at least once more, with the time that it took. */
  Duration awaitEverybody(Duration atMost) {
    Map<Walker, Integer> before = counts();
    return Patience.until(
        atMost,
        "everybody gets through",
        () ->
            counts().entrySet().stream()
                .allMatch(now -> now.getValue() > before.getOrDefault(now.getKey(), 0)));
  }

  private Map<Walker, Integer> counts() {
    return people.stream()
        .collect(Collectors.toMap(person -> person, person -> journal.told(person).size()));
  }

  /** Everybody gets an answer to the scan under way, and stops. */
  void finish() {
    over = true;
    walks.forEach(Load::result);
  }

  @Override
  public void close() {
    over = true;
    threads.shutdownNow();
  }

  private void walk(Walker person, Random random) {
    while (!over) {
      Door door = doors.get(random.nextInt(doors.size()));
      Direction direction = random.nextInt(5) < 3 ? Direction.IN : Direction.OUT;
      insist(nodes, journal, new Scan(person, door, direction, UUID.randomUUID().toString()));
      Patience.pause(Duration.ofMillis(random.nextInt(LONGEST_STEP_MILLISECONDS)));
    }
  }

  /** Sends a scan until it is acknowledged. */
  static void insist(List<ApiClient> nodes, Journal journal, Scan scan) {
    long begin = System.nanoTime();
    int first = Math.floorMod(scan.id().hashCode(), nodes.size());
    for (int attempt = 0; ; attempt++) {
      ApiClient node = nodes.get((first + attempt) % nodes.size());
      if (isAcknowledged(node, journal, scan)) {
        return;
      }
      if (System.nanoTime() - begin > PATIENCE.toNanos() || Thread.interrupted()) {
        throw new AssertionError("no answer to a scan within " + PATIENCE);
      }
      Patience.pause(BETWEEN_TRIES);
    }
  }

  static boolean isAcknowledged(ApiClient node, Journal journal, Scan scan) {
    try {
      Answer answer = node.bearing(scan.person().token()).post("/scans", scan.body());
      if (answer.status() == 200) {
        journal.acknowledged(scan, answer);
        return true;
      }
      journal.failed(answer.status() + (answer.header("retry-after").isEmpty() ? " for good" : ""));
    } catch (UncheckedIOException gone) {
      journal.failed(NO_ANSWER);
    }
    return false;
  }

  private static void result(Future<?> walk) {
    try {
      walk.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("somebody stands at a door", e);
    }
  }
}
