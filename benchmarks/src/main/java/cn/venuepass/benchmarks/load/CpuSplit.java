package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.ProcStat;

/** Seconds of processor time that each of the three took. */
record CpuSplit(double service, double database, double generator) {

  /** What they took so far. */
  static CpuSplit now(RunningSide side, Postgres postgres, Generator generator) {
    return new CpuSplit(
        ProcStat.cpuSeconds(side.pid()),
        ProcStat.cpuSecondsWithChildren(postgres.pid()),
        ProcStat.cpuSeconds(generator.pid()));
  }

  CpuSplit since(CpuSplit before) {
    return new CpuSplit(
        service - before.service, database - before.database, generator - before.generator);
  }
}
