package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.HeapStat;
import cn.venuepass.benchmarks.ProcStat;
import cn.venuepass.benchmarks.Table;
import java.util.Map;

/** What the services' memory looks like after their loads. */
record Memory(HeapStat heap, long resident) {
  private static final double MIB = 1_048_576;

  static Memory of(RunningSide side) {
    return new Memory(HeapStat.of(side.pid()), ProcStat.residentBytes(side.pid()).orElse(0L));
  }

  double heapMib() {
    return heap.usedBytes() / MIB;
  }

  double residentMib() {
    return resident / MIB;
  }

  static String table(Map<Side, Memory> sides) {
    var table =
        new Table(
            "side",
            "resident MiB",
            "heap used MiB",
            "young collections",
            "full collections",
            "seconds in all");
    sides.forEach(
        (side, memory) ->
            table.row(
                side.label(),
                LoadTables.number(0, memory.residentMib()),
                LoadTables.number(0, memory.heapMib()),
                String.valueOf(memory.heap.young()),
                String.valueOf(memory.heap.full()),
                LoadTables.number(2, memory.heap.pauseSeconds())));
    return table.text();
  }
}
