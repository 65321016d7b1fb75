package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.photo.Photo;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectionPhotoRoutesTest {
  private static final int MOST_BYTES = 5 * 1024 * 1024;

  private RunningApi server;
  private ApiClient supervisor;
  private String photos;

  @BeforeEach
  void start() {
    server = RunningApi.start();
    supervisor = server.client().staff("supervisor", TestApplication.PASSWORD);
    String venue =
        server
            .client()
            .resident(somebody())
            .post("/venues", hotel(COMMUNITY))
            .expect(201)
            .field("id");
    Map<String, ?> inspection =
        Map.of(
            "venueId",
            venue,
            "findings",
            List.of(Map.of("item", "CODE_POSTED", "result", "OK")),
            "measure",
            "NONE");
    photos =
        "/inspections/"
            + supervisor.post("/inspections", inspection).expect(201).field("id")
            + "/photos";
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPhotoOfFiveMebibytesShouldBeKeptAndGivenBackToNoCache() {
    Answer added = send("image/jpeg", body(MOST_BYTES)).expect(201);
    assertThat(added.field("by")).isEqualTo("SUPERVISOR");
    Answer photo = supervisor.get(photos + "/" + added.field("id")).expect(200);
    assertThat(photo.header("content-type")).isEqualTo("image/jpeg");
    assertThat(photo.header("cache-control")).isEqualTo("no-store");
    assertThat(photo.body()).isEqualTo(picture(MOST_BYTES));
    assertThat(supervisor.get(photos.replace("/photos", "")).expect(200).field("photos.0.id"))
        .isEqualTo(added.field("id"));
  }

  @Test
  void aLargerOneShouldBeTooLargeAnnouncedOrNot() {
    send("image/jpeg", body(MOST_BYTES + 1)).expectProblem(413, "TOO_LARGE");
    byte[] larger = picture(MOST_BYTES + 1);
    BodyPublisher unannounced =
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(larger));
    send("image/jpeg", unannounced).expectProblem(413, "TOO_LARGE");
    assertThat(server.application().photos().names()).isEmpty();
  }

  @Test
  void otherEndpointsShouldKeepTheirSmallerBound() {
    supervisor
        .send("POST", "/api/v1/inspections", body(256 * 1024 + 1))
        .expectProblem(413, "TOO_LARGE");
  }

  @Test
  void garbageShouldBeUnreadableAndOtherKindsUnsupported() {
    send("image/jpeg", BodyPublishers.ofString("garbage")).expectProblem(422, "UNREADABLE_PHOTO");
    send("image/gif", body(9)).expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    send("application/json", BodyPublishers.ofString("{}"))
        .expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    assertThat(server.application().photos().names()).isEmpty();
  }

  @Test
  void theEleventhShouldBeOneTooMany() {
    for (int i = 0; i < Photo.MOST; i++) {
      send("image/png", body(100)).expect(201);
    }
    send("image/png", body(100)).expectProblem(409, "PHOTOS_FULL");
  }

  @Test
  void aStoreThatIsDownShouldBeUnavailable() {
    String id = send("image/jpeg", body(9)).expect(201).field("id");
    server.application().photos().broken(true);
    send("image/jpeg", body(9)).expectProblem(503, "UNAVAILABLE");
    Answer photo = supervisor.get(photos + "/" + id).expectProblem(503, "UNAVAILABLE");
    assertThat(photo.header("retry-after")).isNotEmpty();
    server.application().photos().broken(false);
    supervisor.get(photos + "/" + id).expect(200);
  }

  private Answer send(String type, BodyPublisher picture) {
    return supervisor.with("Content-Type", type).send("POST", "/api/v1" + photos, picture);
  }

  private static BodyPublisher body(int bytes) {
    return BodyPublishers.ofByteArray(picture(bytes));
  }

  private static byte[] picture(int bytes) {
    byte[] picture = new byte[bytes];
    Arrays.fill(picture, (byte) 7);
    picture[0] = (byte) 0xFF;
    picture[1] = (byte) 0xD8;
    return picture;
  }
}
