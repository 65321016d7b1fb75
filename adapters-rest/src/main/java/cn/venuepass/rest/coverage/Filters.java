package cn.venuepass.rest.coverage;

import cn.venuepass.application.Days;
import cn.venuepass.application.coverage.CoverageFilter;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.PlainText;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.rest.json.Fields;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what supervisors want to see of what they may see. */
final class Filters {
  private static final int LONGEST_DEPARTMENT = 60;
  private static final int DEFAULT_DAYS = 28;
  private static final LocalDate EARLIEST = LocalDate.EPOCH;
  private static final LocalDate LATEST = LocalDate.of(9998, 12, 31);

  private Filters() {}

  static CoverageFilter read(
      @Nullable String division, @Nullable String type, @Nullable String department) {
    var fields = new Fields();
    var top = fields.optional("division", division, DivisionCode::new);
    var code = fields.optional("type", type, VenueTypeCode::new);
    var name =
        fields.optional(
            "department",
            department,
            text -> PlainText.checked("department", text, LONGEST_DEPARTMENT));
    fields.verify();
    return new CoverageFilter(top.get(), code.get(), name.get());
  }

  /** Days of China, both included. */
  record Span(LocalDate from, LocalDate to) {
    /** The days; without an end it ends today, without a beginning it has four weeks. */
    static Span read(@Nullable String from, @Nullable String to, InstantSource clock) {
      var fields = new Fields();
      var begin = fields.optional("from", from, Filters::day);
      var end = fields.optional("to", to, Filters::day);
      fields.verify();
      LocalDate last = end.get().orElseGet(() -> Days.of(clock.instant()));
      return new Span(begin.get().orElseGet(() -> last.minusDays(DEFAULT_DAYS - 1L)), last);
    }
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
        throw new InvalidValue("day", Rule.OUT_OF_RANGE);
      }
      return day;
    } catch (DateTimeException e) {
      throw new InvalidValue("day", Rule.FORMAT);
    }
  }
}
