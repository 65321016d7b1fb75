package cn.venuepass.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A virtual machine's heap as jstat sees it, which costs that machine nothing.
 *
 * @param usedBytes of the heap
 * @param young collections of the young generation so far
 * @param full collections of everything so far
 * @param pauseSeconds what they all took
 */
public record HeapStat(long usedBytes, long young, long full, double pauseSeconds) {
  private static final List<String> USED = List.of("S0U", "S1U", "EU", "OU");
  private static final double KIB = 1_024;

  public static HeapStat of(long pid) {
    Path jstat = Path.of(System.getProperty("java.home"), "bin", "jstat");
    try {
      Process process = new ProcessBuilder(jstat.toString(), "-gc", String.valueOf(pid)).start();
      return parse(new String(process.getInputStream().readAllBytes(), Child.CHARSET));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From a line of names and a line of values. */
  static HeapStat parse(String table) {
    List<String> lines = table.lines().toList();
    if (lines.size() < 2) {
      throw new IllegalStateException("jstat says nothing of that process");
    }
    String[] names = words(lines.get(0));
    String[] values = words(lines.get(1));
    Map<String, Double> stat = new HashMap<>();
    for (int i = 0; i < Math.min(names.length, values.length); i++) {
      stat.put(names[i], number(values[i]));
    }
    double used = USED.stream().mapToDouble(name -> stat.getOrDefault(name, 0.0)).sum();
    return new HeapStat(
        (long) (used * KIB),
        stat.getOrDefault("YGC", 0.0).longValue(),
        stat.getOrDefault("FGC", 0.0).longValue(),
        stat.getOrDefault("GCT", 0.0));
  }

  public HeapStat since(HeapStat before) {
    return new HeapStat(
        usedBytes, young - before.young, full - before.full, pauseSeconds - before.pauseSeconds);
  }

  /** What a collector does not have stands there as a dash. */
  private static double number(String text) {
    return text.equals("-") ? 0 : Double.parseDouble(text);
  }

  private static String[] words(String line) {
    return Stream.of(line.strip().split(" "))
        .filter(word -> !word.isEmpty())
        .toArray(String[]::new);
  }
}
