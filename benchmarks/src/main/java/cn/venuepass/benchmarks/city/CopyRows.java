package cn.venuepass.benchmarks.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows of one table in PostgreSQL's binary COPY format, gathered to be sent at once. */
final class CopyRows {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final long MICROS = 1_000;
  private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
  private static final int SLACK = 1 << 10;
  private static final int FULL = 1 << 20;

  private final String statement;
  private final int columns;
  private ByteBuffer bytes = ByteBuffer.allocate(FULL + (FULL >> 2)).put(HEADER);
  private long rows;

  CopyRows(String table, String... columns) {
    this.statement =
        "COPY %s (%s) FROM STDIN (FORMAT BINARY)".formatted(table, String.join(", ", columns));
    this.columns = columns.length;
  }

  /** How many rows were begun in all. */
  long rows() {
    return rows;
  }

  /** Begins a row; its values follow in the order of the columns. */
  CopyRows row() {
    rows++;
    room(Short.BYTES).putShort((short) columns);
    return this;
  }

  CopyRows add(UUID value) {
    room(Integer.BYTES + 2 * Long.BYTES)
        .putInt(2 * Long.BYTES)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  /** A time in milliseconds since 1970, or none. */
  CopyRows addTime(long millis) {
    if (millis == CityVisit.UNKNOWN) {
      return addNull();
    }
    room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong((millis - EPOCH) * MICROS);
    return this;
  }

  CopyRows add(boolean value) {
    room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  CopyRows add(@Nullable String value) {
    return value == null ? addNull() : add(value.getBytes(UTF_8));
  }

  CopyRows add(byte[] value) {
    room(Integer.BYTES + value.length).putInt(value.length).put(value);
    return this;
  }

  CopyRows addNull() {
    room(Integer.BYTES).putInt(-1);
    return this;
  }

  /** Whether so much has gathered that it should be sent. */
  boolean isFull() {
    return bytes.position() >= FULL;
  }

  /** Sends all rows in a COPY of their own, and is empty again. */
  void copy(Connection connection) throws SQLException {
    CopyIn copy = begin(connection);
    try {
      send(copy);
      end(copy);
    } finally {
      cancel(copy);
    }
    bytes = bytes.clear().put(HEADER);
  }

  /** Begins a COPY to which full buffers are sent one after the other. */
  CopyIn begin(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
  }

  void send(CopyIn copy) throws SQLException {
    copy.writeToCopy(bytes.array(), 0, bytes.position());
    bytes.clear();
  }

  void end(CopyIn copy) throws SQLException {
    room(Short.BYTES).putShort((short) -1);
    send(copy);
    long unused = copy.endCopy();
  }

  /** Gives up a COPY that was not ended. */
  static void cancel(CopyIn copy) throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private ByteBuffer room(int length) {
    if (bytes.remaining() < length) {
      bytes =
          ByteBuffer.wrap(Arrays.copyOf(bytes.array(), bytes.capacity() * 2 + length + SLACK))
              .position(bytes.position());
    }
    return bytes;
  }
}
