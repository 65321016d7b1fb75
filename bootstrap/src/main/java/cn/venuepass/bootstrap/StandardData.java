package cn.venuepass.bootstrap;

import cn.venuepass.application.venue.MaintainDivisions.Row;
import cn.venuepass.bootstrap.DemoPlaces.DemoPlace;
import cn.venuepass.bootstrap.DemoPlaces.Stage;
import cn.venuepass.domain.survey.PlaceDetails;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.rest.csv.CsvTable;
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

  /** The places of the demo's city. */
  static List<DemoPlace> demoPlaces() {
    return read("/demo/places.csv", StandardData::places);
  }

  private static List<DemoPlace> places(InputStream file) throws IOException {
    return CsvTable.read(file, List.of("name", "stage"), 100).stream()
        .map(
            line ->
                new DemoPlace(
                    new PlaceDetails(
                        new VenueName(line.text("name")),
                        new VenueTypeCode(line.text("type")),
                        new DivisionCode(line.text("communityCode")),
                        new Address(line.text("address")),
                        line.optional("socialCreditCode").map(SocialCreditCode::new)),
                    Stage.valueOf(line.text("stage"))))
        .toList();
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
