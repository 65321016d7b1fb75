package cn.venuepass.benchmarks.load.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Takes orders, a line of JSON each, and answers each with a line; ends with its input. */
@Command(name = "generator", hidden = true, description = "The load of scan-load, started by it.")
public final class GeneratorCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, World> worlds = new HashMap<>();
  private final Map<String, Crowd> crowds = new HashMap<>();

  /**
   * An order: learn about a side from a file, or run a load.
   *
   * @param side the side of {@code world}
   */
  public record Order(@Nullable String side, @Nullable String world, @Nullable Load load) {}

  @Override
  public Integer call() throws IOException {
    PrintStream out = System.out;
    var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Order order = JSON.readValue(line, Order.class);
      if (order.load() != null) {
        out.println(JSON.writeValueAsString(run(order.load())));
      } else {
        learn(Objects.requireNonNull(order.side()), Path.of(Objects.requireNonNull(order.world())));
        out.println("{}");
      }
      out.flush();
    }
    return 0;
  }

  private void learn(String side, Path file) throws IOException {
    World world = JSON.readValue(file.toFile(), World.class);
    worlds.put(side, world);
    Crowd known = crowds.get(side);
    if (known == null) {
      crowds.put(side, new Crowd(world));
    } else {
      known.renew(world);
    }
  }

  private Outcome run(Load load) throws IOException {
    return Loop.run(
        load,
        Objects.requireNonNull(worlds.get(load.side())),
        Objects.requireNonNull(crowds.get(load.side())));
  }
}
