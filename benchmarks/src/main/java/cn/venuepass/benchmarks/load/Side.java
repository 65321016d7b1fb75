package cn.venuepass.benchmarks.load;

import java.util.Locale;

/** What is compared. */
public enum Side {
  /** The product as it is. */
  GROUP,
  /** The product with one transaction for each scan. */
  SINGLE,
  /** The product's HTTP server, JSON and token check over a ledger that stores nothing. */
  BARE;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean stores() {
    return this != BARE;
  }
}
