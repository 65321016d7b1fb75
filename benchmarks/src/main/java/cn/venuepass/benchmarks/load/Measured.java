package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.load.generator.Load;
import cn.venuepass.benchmarks.load.generator.Outcome;

/** One round of one side. */
record Measured(Side side, int round, Load load, Outcome outcome, CpuSplit cpu) {

  double throughput() {
    return outcome.perSecondAnswered();
  }
}
