package cn.venuepass.bootstrap;

import cn.venuepass.application.venue.MaintainDivisions.Row;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.rest.venue.DivisionsCsv;
import cn.venuepass.rest.venue.VenueTypesCsv;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The tables that come with the product. */
final class StandardData {
  private StandardData() {}

  /** The kinds of key venues that such orders list, with the department that supervises each. */
  static List<VenueType> venueTypes() {
    return read("/reference/venue-types.csv", VenueTypesCsv::read);
  }

  /** The divisions of the demo's city. */
  static List<Row> demoDivisions() {
    return read("/demo/divisions.csv", DivisionsCsv::read);
  }

  private static <T> List<T> read(String name, Reader<T> reader) {
    try (InputStream file = StandardData.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("missing in the jar: " + name);
      }
      return reader.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Reader<T> {
    List<T> read(InputStream file) throws IOException;
  }
}
