package cn.venuepass.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.benchmarks.Benchmarks;
import cn.venuepass.benchmarks.Child;
import cn.venuepass.benchmarks.load.generator.GeneratorCommand.Order;
import cn.venuepass.benchmarks.load.generator.Load;
import cn.venuepass.benchmarks.load.generator.Outcome;
import cn.venuepass.benchmarks.load.generator.World;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The process that makes the load. */
final class Generator implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> MEMORY = List.of("-Xmx512m", "-XX:+UseSerialGC");

  private final Child process;
  private final BufferedWriter orders;
  private final BufferedReader answers;
  private final Path folder;

  private Generator(Child process, Path folder) {
    this.process = process;
    this.folder = folder;
    this.orders =
        new BufferedWriter(new OutputStreamWriter(process.process().getOutputStream(), UTF_8));
    this.answers =
        new BufferedReader(new InputStreamReader(process.process().getInputStream(), UTF_8));
  }

  static Generator start(Path folder) {
    List<String> arguments = new ArrayList<>(MEMORY);
    arguments.addAll(Child.ofBenchmarks(Benchmarks.class.getName()));
    arguments.add("generator");
    return new Generator(Child.talking(arguments, folder.resolve("generator.log")), folder);
  }

  long pid() {
    return process.pid();
  }

  /** Tells it who is at a side; of people it knows only the tokens are new. */
  void learn(Side side, World world) {
    Path file = folder.resolve(side.label() + "-world.json");
    try {
      JSON.writeValue(file.toFile(), world);
      String unused = order(new Order(side.label(), file.toString(), null));
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Outcome run(Load load) {
    try {
      return JSON.readValue(order(new Order(null, null, load)), Outcome.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String order(Order order) throws IOException {
    orders.write(JSON.writeValueAsString(order));
    orders.newLine();
    orders.flush();
    @Nullable String answer = answers.readLine();
    if (answer == null) {
      throw new IllegalStateException("the generator ended: " + process.said());
    }
    return answer;
  }

  @Override
  public void close() {
    process.close();
  }
}
