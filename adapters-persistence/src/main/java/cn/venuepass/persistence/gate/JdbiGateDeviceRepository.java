package cn.venuepass.persistence.gate;

import static cn.venuepass.persistence.Columns.instant;

import cn.venuepass.application.gate.GateDeviceRepository;
import cn.venuepass.domain.gate.DeviceId;
import cn.venuepass.domain.gate.GateDevice;
import cn.venuepass.domain.gate.ReceivedSequence;
import cn.venuepass.domain.gate.ReceivedSequence.Run;
import cn.venuepass.domain.gate.SequenceNumber;
import cn.venuepass.domain.venue.VenueId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Devices, one row each, locked while numbers are added. */
public final class JdbiGateDeviceRepository implements GateDeviceRepository {
  private static final String SELECT =
      "SELECT device_id, received, last_seen FROM gate_device WHERE venue_id = :venue";

  private final Jdbi jdbi;

  public JdbiGateDeviceRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void received(
      VenueId venue, DeviceId device, Collection<SequenceNumber> numbers, Instant now) {
    jdbi.useTransaction(
        handle -> {
          addIfNew(handle, venue, device, now);
          GateDevice known =
              handle
                  .createQuery(SELECT + " AND device_id = :device FOR UPDATE")
                  .bind("venue", venue.value())
                  .bind("device", device.text())
                  .map(JdbiGateDeviceRepository::device)
                  .one();
          update(handle, venue, new GateDevice(device, known.received().with(numbers), now));
        });
  }

  @Override
  public List<GateDevice> listOf(VenueId venue) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " ORDER BY last_seen DESC, device_id LIMIT :most")
                .bind("venue", venue.value())
                .bind("most", MOST_LISTED)
                .map(JdbiGateDeviceRepository::device)
                .stream()
                .sorted(Comparator.comparing(device -> device.id().text()))
                .toList());
  }

  private static void addIfNew(Handle handle, VenueId venue, DeviceId device, Instant now) {
    int unused =
        handle
            .createUpdate(
                """
                INSERT INTO gate_device (venue_id, device_id, received, last_seen)
                VALUES (:venue, :device, '', :now)
                ON CONFLICT DO NOTHING
                """)
            .bind("venue", venue.value())
            .bind("device", device.text())
            .bind("now", now)
            .execute();
  }

  private static void update(Handle handle, VenueId venue, GateDevice device) {
    int unused =
        handle
            .createUpdate(
                """
                UPDATE gate_device SET received = :received, last_seen = :now
                 WHERE venue_id = :venue AND device_id = :device
                """)
            .bind("received", text(device.received()))
            .bind("now", device.lastSeen())
            .bind("venue", venue.value())
            .bind("device", device.id().text())
            .execute();
  }

  private static String text(ReceivedSequence received) {
    return received.runs().stream()
        .map(run -> run.first() + "-" + run.last())
        .collect(Collectors.joining(","));
  }

  private static ReceivedSequence sequence(String text) {
    return text.isEmpty()
        ? ReceivedSequence.NOTHING
        : new ReceivedSequence(
            Arrays.stream(text.split(",", -1)).map(JdbiGateDeviceRepository::run).toList());
  }

  private static Run run(String text) {
    int dash = text.indexOf('-');
    return new Run(
        Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
  }

  private static GateDevice device(ResultSet row, StatementContext context) throws SQLException {
    return new GateDevice(
        new DeviceId(row.getString("device_id")),
        sequence(row.getString("received")),
        instant(row, "last_seen"));
  }
}
