package cn.venuepass.application.board;

/** What this node measures of its own ledger. */
@FunctionalInterface
public interface LedgerReadings {
  LedgerReading read();
}
