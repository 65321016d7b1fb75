package cn.venuepass.domain.gate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which of a device's numbers have arrived: runs without a gap, in order, none touching the next.
 *
 * <p>Of a device that leaves out more numbers than any outage does, only the last thousand runs are
 * kept. What was before counts as missing: too little is claimed, never too much.
 */
public record ReceivedSequence(List<Run> runs) {
  public static final ReceivedSequence NOTHING = new ReceivedSequence(List.of());
  private static final int MOST_RUNS = 1_000;

  /** Numbers from the first to the last, both included. */
  public record Run(long first, long last) {
    public Run {
      if (first > last) {
        throw new IllegalArgumentException("a run has its first number before its last");
      }
    }

    public long length() {
      return last - first + 1;
    }
  }

  public ReceivedSequence {
    runs = List.copyOf(requireNonNull(runs, "runs"));
    for (int i = 1; i < runs.size(); i++) {
      if (runs.get(i).first() <= runs.get(i - 1).last() + 1) {
        throw new IllegalArgumentException("runs are in order, with a gap between two");
      }
    }
  }

  /** With more numbers, in any order, known ones too. */
  public ReceivedSequence with(Collection<SequenceNumber> arrived) {
    List<Run> all = new ArrayList<>(runs);
    arrived.forEach(number -> all.add(new Run(number.value(), number.value())));
    all.sort(Comparator.comparingLong(Run::first));
    List<Run> merged = new ArrayList<>();
    for (Run run : all) {
      int last = merged.size() - 1;
      if (last >= 0 && run.first() <= merged.get(last).last() + 1) {
        Run before = merged.get(last);
        merged.set(last, new Run(before.first(), Math.max(before.last(), run.last())));
      } else {
        merged.add(run);
      }
    }
    return new ReceivedSequence(
        merged.subList(Math.max(0, merged.size() - MOST_RUNS), merged.size()));
  }

  /** The highest number that arrived, 0 if none did. */
  public long last() {
    return runs.isEmpty() ? 0 : runs.get(runs.size() - 1).last();
  }

  /** The numbers from 1 to the highest that have not arrived. */
  public List<Run> gaps() {
    List<Run> gaps = new ArrayList<>();
    long next = 1;
    for (Run run : runs) {
      if (run.first() > next) {
        gaps.add(new Run(next, run.first() - 1));
      }
      next = run.last() + 1;
    }
    return List.copyOf(gaps);
  }
}
