package cn.venuepass.bootstrap;

import cn.venuepass.bootstrap.Keys.Ring;
import cn.venuepass.bootstrap.Keys.Successor;
import cn.venuepass.persistence.rotation.KeyUsage;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What an operator sees of the keys: a line for each, by its id. */
final class KeysStatus {
  private KeysStatus() {}

  /**
   * @param usage how many stored values rest on them, if that was counted
   */
  static void print(PrintWriter out, Keys keys, Instant now, Optional<KeyUsage> usage) {
    for (Ring ring : Ring.values()) {
      Optional<Map<Long, Long>> used = usage.flatMap(counted -> of(ring, counted));
      for (long key : keys.ids(ring)) {
        String values =
            used.map(counts -> "  %d values".formatted(counts.getOrDefault(key, 0L))).orElse("");
        out.printf("%-10s  %-10d  %s%s%n", ring, key, state(keys, ring, key, now), values);
      }
      used.ifPresent(
          counts ->
              counts.forEach(
                  (key, number) -> {
                    if (!keys.ids(ring).contains(key)) {
                      out.printf("%-10s  %-10s  not in the file  %d values%n", ring, key, number);
                    }
                  }));
    }
    usage.ifPresent(counted -> out.println("re-encryption: " + counted.walk()));
    out.flush();
  }

  private static Optional<Map<Long, Long>> of(Ring ring, KeyUsage usage) {
    return switch (ring) {
      case ENCRYPTION -> Optional.of(usage.encryption());
      case HASH -> Optional.of(usage.hash());
      case TOKEN, POSTER -> Optional.empty();
    };
  }

  private static String state(Keys keys, Ring ring, long key, Instant now) {
    if (keys.primary(ring, now) == key) {
      return keys.primarySince(ring, now).map(since -> "primary since " + since).orElse("primary");
    }
    return keys.pending(ring, now)
        .filter(next -> next.key() == key)
        .map(Successor::from)
        .map(from -> "primary from " + from)
        .orElse("understood");
  }
}
