package cn.venuepass.persistence.tracing;

import cn.venuepass.domain.tracing.TracedVisit;
import cn.venuepass.domain.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers rows that come in the order of people, and hands on some people's at a time. */
final class Slice {
  private final int enough;
  private final Consumer<List<TracedVisit>> taker;
  private final List<TracedVisit> rows = new ArrayList<>();

  Slice(int enough, Consumer<List<TracedVisit>> taker) {
    this.enough = enough;
    this.taker = taker;
  }

  /** Takes the next row; one that came just before is the same visit found twice. */
  void take(TracedVisit row) {
    if (!rows.isEmpty()) {
      Visit last = rows.get(rows.size() - 1).visit();
      if (last.id().equals(row.visit().id())) {
        return;
      }
      if (rows.size() >= enough && !last.person().equals(row.visit().person())) {
        end();
      }
    }
    rows.add(row);
  }

  /** Hands on what is left. */
  void end() {
    if (!rows.isEmpty()) {
      taker.accept(List.copyOf(rows));
      rows.clear();
    }
  }
}
