package cn.venuepass.testkit.contract;

import static cn.venuepass.testkit.http.People.hotelTrackingExits;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A gate that has no network, and hands in later what it kept. */
public interface OfflineGateJourneysContract extends Journey {

  @Test
  default void aGateWithoutNetworkShouldHandInWhatItKept() {
    Hotel hotel = openHotel(hotelTrackingExits());
    ApiClient guest = guest();
    String code = guest.get("/me/pass-code").expect(200).field("code");
    ResidentIdNumber elder = idNumber();
    var items = new ArrayList<Map<String, Object>>();
    items.add(kept(1, Duration.ofMinutes(90), "IN", "idNumber", elder.text()));
    items.add(kept(4, Duration.ofSeconds(1), "IN", "passCode", code));
    items.add(kept(3, Duration.ofMinutes(20), "OUT", "idNumber", elder.text()));
    var wrong = new HashMap<>(kept(5, Duration.ofMinutes(1), "IN", "passCode", "FORGED"));
    items.add(wrong);
    var both = new HashMap<>(kept(6, Duration.ofMinutes(1), "IN", "passCode", code));
    both.put("idNumber", elder.text());
    items.add(both);
    items.add(kept(7, Duration.ofMinutes(-9), "IN", "idNumber", elder.text()));
    items.add(kept(8, Duration.ofHours(73), "IN", "idNumber", elder.text()));
    items.add(kept(9, Duration.ofMinutes(30), "IN", "passCode", code));
    items.add(Map.of("sequence", 10, "scanId", 5));
    var batch = Map.of("deviceId", "gate-1", "items", items);
    String path = hotel.path() + "/registrations/batch";
    Answer answer = hotel.keeper().post(path, batch).expect(200);
    assertThat(texts(answer, "outcome", "code"))
        .containsExactly(
            "ENTERED",
            "ENTERED",
            "LEFT",
            "UNKNOWN_CODE",
            "INVALID_VALUE",
            "DEVICE_TIME_AHEAD",
            "DEVICE_TIME_TOO_OLD",
            "PASS_CODE_EXPIRED",
            "MALFORMED_REQUEST");
    assertThat(answer.field("items.2.stayMinutes")).isEqualTo("70");
    assertThat(hotel.keeper().post(path, batch).expect(200).json()).isEqualTo(answer.json());
    assertThat(hotel.keeper().get(hotel.path() + "/occupancy").field("inside")).isEqualTo("1");
    assertThat(hotel.keeper().get(hotel.path() + "/visits").json().at("/items")).hasSize(2);

    Answer devices = hotel.keeper().get(hotel.path() + "/devices").expect(200);
    assertThat(devices.field("items.0.deviceId")).isEqualTo("gate-1");
    assertThat(devices.field("items.0.lastSequence")).isEqualTo("10");
    assertThat(devices.field("items.0.missing")).isEqualTo("1");
    assertThat(devices.field("items.0.gaps.0.from")).isEqualTo("2");
    guest.get(hotel.path() + "/devices").expectProblem(404, "NOT_FOUND");
    guest.post(path, batch).expectProblem(404, "NOT_FOUND");
  }

  @Test
  default void lateEvidenceShouldNotChangeWhoIsInside() {
    Hotel hotel = openHotel(hotelTrackingExits());
    ResidentIdNumber elder = idNumber();
    typed(hotel, "IN", elder, "甲样本");
    Answer late =
        upload(hotel, List.of(kept(1, Duration.ofHours(1), "OUT", "idNumber", elder.text())));
    assertThat(late.field("items.0.outcome")).isEqualTo("LEFT_WITHOUT_ENTRY");
    assertThat(hotel.keeper().get(hotel.path() + "/occupancy").field("inside")).isEqualTo("1");
    Answer entry =
        upload(hotel, List.of(kept(2, Duration.ofHours(2), "IN", "idNumber", elder.text())));
    assertThat(entry.field("items.0.outcome")).isEqualTo("ENTERED");
    assertThat(entry.field("items.0.visitId")).isEqualTo(late.field("items.0.visitId"));
    assertThat(hotel.keeper().get(hotel.path() + "/occupancy").field("inside")).isEqualTo("1");
    assertThat(hotel.keeper().get(hotel.path() + "/visits").json().at("/items")).hasSize(2);
  }

  @Test
  default void theSameBatchFromManySidesAtOnceShouldBeStoredOnce() {
    Hotel hotel = openHotel(hotelTrackingExits());
    List<ResidentIdNumber> people = List.of(idNumber(), idNumber());
    List<Map<String, Object>> items =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    kept(
                        i + 1,
                        Duration.ofMinutes(200 - 7L * i),
                        i % 4 < 2 ? "IN" : "OUT",
                        "idNumber",
                        people.get(i % 2).text()))
            .toList();
    List<Map<String, String>> told =
        AtOnce.run(
            4,
            thread -> {
              List<Map<String, Object>> order = new ArrayList<>(items);
              Collections.shuffle(order, new Random(thread));
              Answer answer = upload(hotel, order);
              Map<String, String> outcomes = new HashMap<>();
              for (int i = 0; i < order.size(); i++) {
                outcomes.put(
                    answer.field("items." + i + ".scanId"),
                    answer.field("items." + i + ".outcome"));
              }
              return outcomes;
            });
    assertThat(new HashSet<>(told)).hasSize(1);
    assertThat(hotel.keeper().get(hotel.path() + "/devices").field("items.0.missing"))
        .isEqualTo("0");
  }

  @Test
  default void aBatchShouldHaveItsBounds() {
    Hotel hotel = openHotel();
    List<Map<String, Object>> items =
        IntStream.rangeClosed(1, 501)
            .mapToObj(i -> kept(i, Duration.ofMinutes(1), "IN", "passCode", "x"))
            .toList();
    String path = hotel.path() + "/registrations/batch";
    hotel
        .keeper()
        .post(path, Map.of("deviceId", "gate-1", "items", items))
        .expectProblem(422, "INVALID_VALUE");
    assertThat(
            hotel
                .keeper()
                .post(path, Map.of("deviceId", "gate-1", "items", items.subList(0, 500)))
                .expect(200)
                .json()
                .at("/items"))
        .hasSize(500);
    hotel.keeper().post(path, Map.of("items", List.of())).expectProblem(422, "INVALID_VALUE");
    hotel
        .keeper()
        .post(path, Map.of("deviceId", "gate 1", "items", List.of()))
        .expectProblem(422, "INVALID_VALUE");
  }

  @Test
  default void aGateShouldHandInWhatItKeptBeforeItsVenueWasRemoved() {
    Hotel hotel = openHotel();
    var before = kept(1, Duration.ofMinutes(10), "IN", "idNumber", idNumber().text());
    reviewer().delete(hotel.path()).expect(204);
    Answer answer = upload(hotel, List.of(before));
    assertThat(answer.field("items.0.outcome")).isEqualTo("ENTERED");
    hotel.keeper().get(hotel.path() + "/visits").expectProblem(404, "NOT_FOUND");
  }

  private Answer upload(Hotel hotel, List<Map<String, Object>> items) {
    return hotel
        .keeper()
        .post(hotel.path() + "/registrations/batch", Map.of("deviceId", "gate-1", "items", items))
        .expect(200);
  }

  private Map<String, Object> kept(
      int sequence, Duration ago, String direction, String credential, String value) {
    return Map.of(
        "scanId",
        UUID.randomUUID().toString(),
        "sequence",
        sequence,
        "at",
        now().minus(ago).toString(),
        "direction",
        direction,
        credential,
        value);
  }

  private static List<String> texts(Answer answer, String... names) {
    List<String> texts = new ArrayList<>();
    answer
        .json()
        .at("/items")
        .forEach(
            item -> {
              for (String name : names) {
                if (item.has(name)) {
                  texts.add(item.get(name).asText());
                }
              }
            });
    return texts;
  }
}
