package cn.venuepass.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Values of several rounds: the least, the one in the middle, the greatest. */
public record Spread(double least, double median, double greatest) {

  /** The spread of some values, at least one. */
  public static Spread of(Collection<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1));
  }

  /** All three, with that many digits after the point. */
  public String text(int digits) {
    String form = "%." + digits + "f";
    return String.format(
        Locale.ROOT, form + " – **" + form + "** – " + form, least, median, greatest);
  }
}
