package cn.venuepass.rest.survey;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.domain.survey.SurveyLines;
import cn.venuepass.rest.json.Json;
import cn.venuepass.rest.problem.ProblemException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of places as JSON: {@code {"items": […]}}, read item by item; the first is line 1. */
final class PlaceItems {
  private static final ObjectReader ITEM =
      Json.mapper().readerFor(Item.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private PlaceItems() {}

  record Item(
      @Nullable String name,
      @Nullable String type,
      @Nullable String communityCode,
      @Nullable String address,
      @Nullable String socialCreditCode) {

    SurveyLine line(int number) {
      return SurveyLine.read(
          number,
          new SurveyLine.Cells(
              text(name), text(type), text(communityCode), text(address), text(socialCreditCode)));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }
  }

  static List<SurveyLine> read(InputStream body) throws IOException {
    List<SurveyLine> lines = new ArrayList<>();
    try (JsonParser json = ITEM.createParser(body)) {
      require(json.nextToken() == JsonToken.START_OBJECT);
      require("items".equals(json.nextFieldName()));
      require(json.nextToken() == JsonToken.START_ARRAY);
      while (json.nextToken() != JsonToken.END_ARRAY) {
        require(json.currentToken() == JsonToken.START_OBJECT);
        Item item = ITEM.readValue(json);
        lines.add(item.line(lines.size() + 1));
        if (lines.size() > SurveyLines.MOST) {
          throw new InvalidValue("items", Rule.TOO_MANY);
        }
      }
      require(json.nextToken() == JsonToken.END_OBJECT);
      require(json.nextToken() == null);
    }
    if (lines.isEmpty()) {
      throw new InvalidValue("items", Rule.REQUIRED);
    }
    return lines;
  }

  private static void require(boolean asExpected) {
    if (!asExpected) {
      throw ProblemException.malformed(List.of(new InvalidValue("items", Rule.FORMAT)));
    }
  }
}
