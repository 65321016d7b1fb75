package cn.venuepass.domain.survey;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A line of a list of places, as somebody typed it.
 *
 * @param number where it stands in the list
 * @param faults what is wrong with it; a line without any may still fail when it meets the others
 */
public record SurveyLine(int number, Cells cells, List<InvalidValue> faults) {
  public SurveyLine {
    faults = List.copyOf(faults);
  }

  /** The five columns; what is not there is empty. */
  public record Cells(
      String name, String type, String communityCode, String address, String socialCreditCode) {
    private static final int LONGEST = 300;
    private static final int FORBIDDEN = 1;

    public Cells {
      name = storable(name);
      type = storable(type);
      communityCode = storable(communityCode);
      address = storable(address);
      socialCreditCode = storable(socialCreditCode);
    }

    /**
     * What every store can hold. A line break in a cell is a space; what no text should have stays
     * something that no name or address may have.
     */
    private static String storable(String text) {
      var clean = new StringBuilder();
      text.strip().codePoints().limit(LONGEST).map(Cells::storable).forEach(clean::appendCodePoint);
      return clean.toString();
    }

    private static int storable(int point) {
      if (Character.isWhitespace(point)) {
        return ' ';
      }
      return point == 0 || Character.getType(point) == Character.SURROGATE ? FORBIDDEN : point;
    }
  }

  /** A line, with everything that is wrong with its values. */
  public static SurveyLine read(int number, Cells cells) {
    var faults = new ArrayList<InvalidValue>();
    Optional<PlaceDetails> unused = details(cells, faults);
    return new SurveyLine(number, cells, faults);
  }

  /** The same line, with which something else is wrong. */
  public SurveyLine withFault(InvalidValue fault) {
    var all = new ArrayList<>(faults);
    all.add(fault);
    return new SurveyLine(number, cells, all);
  }

  public boolean isBad() {
    return !faults.isEmpty();
  }

  /** What a good line says. */
  public PlaceDetails details() {
    return details(cells, new ArrayList<>())
        .orElseThrow(() -> new IllegalStateException("a bad line says nothing"));
  }

  private static Optional<PlaceDetails> details(Cells cells, List<InvalidValue> faults) {
    var name = value("name", cells.name(), VenueName::new, faults);
    var type = value("type", cells.type(), VenueTypeCode::new, faults);
    var community = value("communityCode", cells.communityCode(), DivisionCode::new, faults);
    var address = value("address", cells.address(), Address::new, faults);
    Optional<SocialCreditCode> code =
        cells.socialCreditCode().isEmpty()
            ? Optional.empty()
            : value("socialCreditCode", cells.socialCreditCode(), SocialCreditCode::new, faults);
    return faults.isEmpty()
        ? Optional.of(
            new PlaceDetails(
                name.orElseThrow(),
                type.orElseThrow(),
                community.orElseThrow(),
                address.orElseThrow(),
                code))
        : Optional.empty();
  }

  private static <T> Optional<T> value(
      String field, String text, Function<String, T> reader, List<InvalidValue> faults) {
    try {
      if (text.isEmpty()) {
        throw new InvalidValue(field, Rule.REQUIRED);
      }
      return Optional.of(reader.apply(text));
    } catch (InvalidValue e) {
      faults.add(new InvalidValue(field, e.rule()));
      return Optional.empty();
    }
  }
}
