package cn.venuepass.persistence.visit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What the scans of a batch write, gathered so that a few statements store all of it. */
final class Writes {
  private final PresenceWrites presence = new PresenceWrites();
  private final VisitWrites visits = new VisitWrites();
  private final List<ReceiptRow> receipts = new ArrayList<>();
  private final List<ReceiptRow> receiptsOfBefore = new ArrayList<>();

  PresenceWrites presence() {
    return presence;
  }

  VisitWrites visits() {
    return visits;
  }

  /** The answer to a scan that changes no presence: without it nothing of the scan is stored. */
  void receipt(ReceiptRow row) {
    receipts.add(row);
  }

  /** An answer that presence gives up; it may be a receipt already. */
  void receiptOfBefore(ReceiptRow row) {
    receiptsOfBefore.add(row);
  }

  /**
   * Stores all but what is of those who lost; {@link Overtaken} where that cannot be told apart.
   *
   * @return who lost: another transaction stored their passage first
   */
  Set<PersonAtVenue> store(Handle handle) {
    Set<PersonAtVenue> lost = new HashSet<>(presence.store(handle));
    List<ReceiptRow> rows = new ArrayList<>(receipts);
    receiptsOfBefore.stream().filter(row -> !lost.contains(row.key())).forEach(rows::add);
    Set<ReceiptRow> added = ReceiptRow.add(handle, rows);
    receipts.stream().filter(row -> !added.contains(row)).forEach(row -> lost.add(row.key()));
    visits.store(handle, lost);
    return lost;
  }
}
