package cn.venuepass.benchmarks.city;

import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.rest.venue.VenueTypesCsv;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The venue types that come with the product. */
final class StandardTypes {
  private static final String FILE = "/reference/venue-types.csv";

  private StandardTypes() {}

  static List<VenueType> read() {
    try (InputStream file = StandardTypes.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("missing in the product: " + FILE);
      }
      return VenueTypesCsv.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
