package cn.venuepass.benchmarks.city;

import cn.venuepass.domain.visit.Scan.TimeSource;
import cn.venuepass.domain.visit.ScanMethod;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Visits on their way from people, who are computed one household after the other, to days, in
 * whose order a service would have stored them: a file per day (UTC) of their begin.
 */
final class VisitSpool implements AutoCloseable {
  static final long DAY = 86_400_000;
  private static final int RECORD = 3 * Long.BYTES + 5 * Integer.BYTES + 4;
  private static final int BUFFER = 1 << 16;
  private static final int INDEX_BITS = 36;
  private static final long INDEX = (1L << INDEX_BITS) - 1;
  private static final List<ScanMethod> METHODS = List.of(ScanMethod.values());
  private static final List<TimeSource> CLOCKS = List.of(TimeSource.values());

  private final Path folder;
  private final Map<Long, OutputStream> days = new TreeMap<>();

  VisitSpool(Path folder) {
    this.folder = folder;
  }

  /** Adds visits; several threads may do so at once. */
  synchronized void add(List<CityVisit> visits) {
    byte[] record = new byte[RECORD];
    ByteBuffer buffer = ByteBuffer.wrap(record);
    try {
      for (CityVisit visit : visits) {
        buffer
            .clear()
            .putLong(visit.enteredAt())
            .putLong(visit.leftAt())
            .putLong(visit.lastSeen())
            .putInt(visit.person())
            .putInt(visit.ordinal())
            .putInt(visit.place());
        put(buffer, visit.entry());
        put(buffer, visit.exit());
        day(Math.floorDiv(visit.enteredAt(), DAY)).write(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The days with visits, since 1970, in order. */
  List<Long> days() {
    return List.copyOf(days.keySet());
  }

  /** Nothing more is added; what was added can be read. */
  synchronized void finish() {
    try {
      for (OutputStream day : days.values()) {
        day.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What takes visits, and may fail. */
  @FunctionalInterface
  interface Taker {
    void take(Iterator<CityVisit> visits) throws SQLException;
  }

  /** Gives the visits of a day in the order of their begin, and forgets them. */
  void drain(long day, Taker taker) throws SQLException {
    Path file = file(day);
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer records = channel.map(MapMode.READ_ONLY, 0, channel.size());
      long[] order = new long[records.capacity() / RECORD];
      for (int i = 0; i < order.length; i++) {
        order[i] = ((records.getLong(i * RECORD) - day * DAY) << INDEX_BITS) | i;
      }
      Arrays.sort(order);
      taker.take(
          Arrays.stream(order)
              .mapToObj(place -> read(records, (int) (place & INDEX) * RECORD))
              .iterator());
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    finish();
    try {
      for (long day : days.keySet()) {
        boolean unused = Files.deleteIfExists(file(day));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OutputStream day(long day) {
    return days.computeIfAbsent(
        day,
        fresh -> {
          try {
            return new BufferedOutputStream(Files.newOutputStream(file(fresh)), BUFFER);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Path file(long day) {
    return folder.resolve("visits-" + day);
  }

  private static CityVisit read(ByteBuffer records, int from) {
    ByteBuffer record = records.duplicate().position(from);
    long enteredAt = record.getLong();
    long leftAt = record.getLong();
    long lastSeen = record.getLong();
    int person = record.getInt();
    int ordinal = record.getInt();
    int place = record.getInt();
    Evidence entry = evidence(record);
    Evidence exit = evidence(record);
    return new CityVisit(person, ordinal, place, enteredAt, entry, leftAt, exit, lastSeen);
  }

  private static void put(ByteBuffer record, @Nullable Evidence evidence) {
    if (evidence == null) {
      record.put((byte) -1).put((byte) -1).putInt(Evidence.NOBODY);
    } else {
      record
          .put((byte) METHODS.indexOf(evidence.method()))
          .put((byte) CLOCKS.indexOf(evidence.clock()))
          .putInt(evidence.by());
    }
  }

  private static @Nullable Evidence evidence(ByteBuffer record) {
    byte method = record.get();
    byte clock = record.get();
    int by = record.getInt();
    return method < 0 ? null : new Evidence(METHODS.get(method), CLOCKS.get(clock), by);
  }
}
