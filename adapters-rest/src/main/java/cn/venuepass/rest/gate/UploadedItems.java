package cn.venuepass.rest.gate;

import cn.venuepass.application.Result;
import cn.venuepass.application.gate.UploadRegistrations.KeptScan;
import cn.venuepass.application.gate.UploadRegistrations.Upload;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.gate.DeviceId;
import cn.venuepass.domain.gate.SequenceNumber;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.rest.json.Json;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.Problem;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.visit.ScanResponse;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The items of an upload, each read on its own, so that an unreadable one harms no other. */
record UploadedItems(DeviceId device, List<Item> items) {
  private static final ObjectMapper MAPPER = Json.mapper();

  /** An item at its place in the upload. */
  sealed interface Item {
    record Legible(KeptScan scan) implements Item {}

    /** What makes no scan; its number may be legible all the same. */
    record Illegible(ProblemException problem, Optional<SequenceNumber> sequence) implements Item {}
  }

  static UploadedItems read(DeviceId device, List<JsonNode> nodes, InstantSource clock) {
    return new UploadedItems(device, nodes.stream().map(node -> item(node, clock)).toList());
  }

  Upload upload() {
    List<KeptScan> scans = new ArrayList<>();
    List<SequenceNumber> unreadable = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.Legible legible) {
        scans.add(legible.scan());
      } else {
        ((Item.Illegible) item).sequence().ifPresent(unreadable::add);
      }
    }
    return new Upload(device, scans, unreadable);
  }

  /**
   * An answer for each item, in order.
   *
   * @param results what became of the legible ones, in order
   */
  List<Object> answers(List<Result<ScanRecord>> results, Messages messages) {
    Iterator<Result<ScanRecord>> next = results.iterator();
    List<Object> answers = new ArrayList<>();
    for (Item item : items) {
      answers.add(
          item instanceof Item.Illegible illegible
              ? Problem.of(illegible.problem(), messages)
              : answer(next.next(), messages));
    }
    return answers;
  }

  private static Object answer(Result<ScanRecord> result, Messages messages) {
    return result.<Object>fold(
        record -> ScanResponse.of(record, messages),
        denial -> Problem.of(ProblemException.of(denial), messages));
  }

  private static Item item(JsonNode node, InstantSource clock) {
    try {
      return new Item.Legible(request(node).kept(clock));
    } catch (JacksonException e) {
      return new Item.Illegible(ProblemException.of(e), sequence(node));
    } catch (ProblemException e) {
      return new Item.Illegible(e, sequence(node));
    }
  }

  private static KeptScanRequest request(JsonNode node) throws JacksonException {
    if (!node.isObject()) {
      throw ProblemException.malformed(List.of());
    }
    return MAPPER.treeToValue(node, KeptScanRequest.class);
  }

  private static Optional<SequenceNumber> sequence(JsonNode node) {
    JsonNode number = node.path("sequence");
    try {
      return number.isIntegralNumber() && number.canConvertToLong()
          ? Optional.of(new SequenceNumber(number.longValue()))
          : Optional.empty();
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
