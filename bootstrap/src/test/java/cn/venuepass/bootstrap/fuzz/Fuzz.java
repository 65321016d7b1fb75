package cn.venuepass.bootstrap.fuzz;

import cn.venuepass.testkit.contract.AtOnce;
import cn.venuepass.testkit.http.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** Nonsense for every operation of the API's document, as nobody and in each role. */
public final class Fuzz {
  private static final int CONNECTIONS = 4;
  private static final int AT_A_TIME = 250;

  private final FuzzWorld world;
  private final FuzzReport report = new FuzzReport();
  private final List<Fuzzer> fuzzers;

  private Fuzz(ApiClient api, String password, long seed) {
    FuzzedDocument document = FuzzedDocument.load();
    world = FuzzWorld.over(api, password);
    fuzzers =
        IntStream.range(0, CONNECTIONS)
            .mapToObj(i -> new Fuzzer(api.base(), document, world, 31 * seed + i, report))
            .toList();
  }

  /**
   * Prepares to fuzz a demo.
   *
   * @param password of its staff
   * @param seed the same seed sends the same, as far as ids and the order of answers allow
   */
  public static Fuzz of(ApiClient api, String password, long seed) {
    return new Fuzz(api, password, seed);
  }

  /** Sends about so many requests, over several connections at once. */
  public FuzzReport run(int requests) {
    while (report.requests() < requests) {
      List<Integer> unusedDone = AtOnce.run(CONNECTIONS, this::some);
    }
    return report;
  }

  private int some(int connection) {
    try {
      fuzzers.get(connection).run(AT_A_TIME);
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless people still come and go. */
  public void liveOn() {
    world.liveOn();
  }

  /** What no log may hold. */
  public List<String> marks() {
    return world.marks();
  }
}
