package cn.venuepass.bootstrap.fuzz;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What was sent and what came back. */
public final class FuzzReport {
  private static final int CUT = 0;

  private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
  private final Map<String, String> faults = new ConcurrentHashMap<>();

  void count(int status) {
    statuses.merge(status, 1, Integer::sum);
  }

  /** A connection that ended instead of an answer. */
  void cut() {
    count(CUT);
  }

  /** Notes a fault, once per kind and operation. */
  void fault(String fault, FuzzRequest request) {
    faults.putIfAbsent(fault + " " + request.operation(), fault + ": " + request);
  }

  /** How many answers had each status; 0 where the server hung up. */
  public Map<Integer, Integer> statuses() {
    return statuses;
  }

  public int requests() {
    return statuses.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** What must not be, with the request. */
  public List<String> faults() {
    return faults.values().stream().sorted().toList();
  }

  /** How many requests were answered by 2xx, 4xx and so on. */
  @Override
  public String toString() {
    Map<String, Integer> classes = new ConcurrentSkipListMap<>();
    statuses.forEach(
        (status, n) ->
            classes.merge(status == CUT ? "hung up" : status / 100 + "xx", n, Integer::sum));
    return requests() + " requests " + classes + ", in detail " + statuses;
  }
}
