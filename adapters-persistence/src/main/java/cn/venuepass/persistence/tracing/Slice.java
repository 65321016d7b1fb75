package cn.venuepass.persistence.tracing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Gathers rows that come in the order of people, and hands on some people's at a time. */
final class Slice {
  private final int enough;
  private final Consumer<List<VisitRow>> taker;
  private final List<VisitRow> rows = new ArrayList<>();

  Slice(int enough, Consumer<List<VisitRow>> taker) {
    this.enough = enough;
    this.taker = taker;
  }

  /** Takes the next row; one that came just before is the same visit found twice. */
  void take(VisitRow row) {
    if (!rows.isEmpty()) {
      VisitRow last = rows.get(rows.size() - 1);
      UUID same = last.id();
      if (same.equals(row.id())) {
        return;
      }
      if (rows.size() >= enough && !last.person().equals(row.person())) {
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
