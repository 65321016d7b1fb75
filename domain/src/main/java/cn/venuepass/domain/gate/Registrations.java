package cn.venuepass.domain.gate;

import cn.venuepass.domain.visit.ScanMethod;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How entries came to be known.
 *
 * @param all observed entries
 * @param byManager those that a manager registered
 * @param noPhone those of people who had no phone at hand: by ID number or paper pass
 */
public record Registrations(long all, long byManager, long noPhone) {

  public static Registrations of(Map<ScanMethod, Long> entries) {
    return new Registrations(
        count(entries, method -> true),
        count(entries, ScanMethod::isByManager),
        count(entries, ScanMethod::needsNoPhone));
  }

  /** The share of people without a phone, from 0 to 1; nothing without any entry. */
  public Optional<Double> noPhoneShare() {
    return all == 0 ? Optional.empty() : Optional.of((double) noPhone / all);
  }

  /** The share that managers registered, from 0 to 1; nothing without any entry. */
  public Optional<Double> byManagerShare() {
    return all == 0 ? Optional.empty() : Optional.of((double) byManager / all);
  }

  private static long count(Map<ScanMethod, Long> entries, Predicate<ScanMethod> which) {
    return entries.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
