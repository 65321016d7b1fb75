package cn.venuepass.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What Linux says about processes. */
public final class ProcStat {
  /** The unit of processor times in /proc: USER_HZ, the same on every architecture in use. */
  private static final double TICKS_PER_SECOND = 100;

  private static final int PARENT = 1;
  private static final int USER_TIME = 11;
  private static final int CHILDREN_SYSTEM_TIME = 14;

  private ProcStat() {}

  /** Seconds of processor time that a process took so far. */
  public static double cpuSeconds(long pid) {
    return fields(pid).map(ProcStat::ownSeconds).orElse(0.0);
  }

  /**
   * The same of a process and its children, of which it had and has: those that ended are counted
   * with the parent, once it has waited for them.
   */
  public static double cpuSecondsWithChildren(long pid) {
    double children =
        processes()
            .flatMap(child -> fields(child).stream())
            .filter(fields -> fields[PARENT].equals(String.valueOf(pid)))
            .mapToDouble(ProcStat::allSeconds)
            .sum();
    return fields(pid).map(ProcStat::allSeconds).orElse(0.0) + children;
  }

  /** Resident memory in bytes; nothing when the process is no more. */
  public static Optional<Long> residentBytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double ownSeconds(String[] fields) {
    return seconds(fields, USER_TIME + 2);
  }

  private static double allSeconds(String[] fields) {
    return seconds(fields, CHILDREN_SYSTEM_TIME + 1);
  }

  private static double seconds(String[] fields, int to) {
    long ticks = 0;
    for (int i = USER_TIME; i < to; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks / TICKS_PER_SECOND;
  }

  private static Stream<Long> processes() {
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(Long::valueOf)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fields after the name, which may hold anything; the state is the first of them. */
  private static Optional<String[]> fields(long pid) {
    try {
      String text = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      return Optional.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
