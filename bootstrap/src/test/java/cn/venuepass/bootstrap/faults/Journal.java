package cn.venuepass.bootstrap.faults;

import cn.venuepass.bootstrap.faults.Scan.Walker;
import cn.venuepass.testkit.http.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What was acknowledged to whom, in order, and how everything else was answered. */
final class Journal {
  private final Map<Walker, List<Acknowledged>> told = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> failures = new ConcurrentSkipListMap<>();
  private final AtomicInteger size = new AtomicInteger();

  /** A scan, and the answer that says it is stored. */
  record Acknowledged(Scan scan, Answer answer) {}

  /** Each person's scans come one after the other. */
  void acknowledged(Scan scan, Answer answer) {
    told.computeIfAbsent(scan.person(), first -> new CopyOnWriteArrayList<>())
        .add(new Acknowledged(scan, answer));
    size.incrementAndGet();
  }

  void failed(String how) {
    failures.computeIfAbsent(how, first -> new AtomicInteger()).incrementAndGet();
  }

  int size() {
    return size.get();
  }

  /** All scans of each person, in order. */
  Map<Walker, List<Acknowledged>> told() {
    return told;
  }

  List<Acknowledged> told(Walker person) {
    return told.getOrDefault(person, List.of());
  }

  /** How often which failure was met: a status, or no answer. */
  Map<String, AtomicInteger> failures() {
    return failures;
  }
}
