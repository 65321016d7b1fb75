package cn.venuepass.application.tracing;

import cn.venuepass.domain.tracing.MetPerson;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the riskiest of those who are offered, whatever their number, and counts the others. */
final class Ranking {
  private final int most;
  private final PriorityQueue<MetPerson> kept =
      new PriorityQueue<>(MetPerson.RISKIEST_FIRST.reversed());
  private int left;

  Ranking(int most) {
    this.most = most;
  }

  void offer(MetPerson met) {
    kept.add(met);
    if (kept.size() > most) {
      MetPerson unused = kept.remove();
      left++;
    }
  }

  List<MetPerson> riskiest() {
    return kept.stream().sorted(MetPerson.RISKIEST_FIRST).toList();
  }

  int left() {
    return left;
  }
}
