package cn.venuepass.benchmarks.micro;

import cn.venuepass.domain.MacKeys;
import cn.venuepass.domain.venue.PosterCodes;
import cn.venuepass.domain.venue.PosterId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The check of a poster's code. */
@State(Scope.Thread)
public class PosterCodeBenchmark {
  private final PosterCodes codes =
      new PosterCodes(new MacKeys((byte) 1, Map.of((byte) 1, new byte[32])));
  private final String url =
      "https://venuepass.example/s/" + codes.codeOf(new PosterId(new UUID(1, 2)));

  @Benchmark
  public Optional<PosterId> check() {
    return codes.check(url);
  }
}
